// The service definitions that the client package brings along: the double is built on them, so both speak the same words.
import any_pb from 'google-protobuf/google/protobuf/any_pb.js';
import empty_pb from 'google-protobuf/google/protobuf/empty_pb.js';
import features_grpc_pb from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features_pb from '@eventstore/db-client/generated/serverfeatures_pb.js';
import gossip_grpc_pb from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import gossip_pb from '@eventstore/db-client/generated/gossip_pb.js';
import shared_pb from '@eventstore/db-client/generated/shared_pb.js';
import status_pb from '@eventstore/db-client/generated/status_pb.js';
import streams_grpc_pb from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streams_pb from '@eventstore/db-client/generated/streams_pb.js';

export {
  any_pb,
  empty_pb,
  features_grpc_pb,
  features_pb,
  gossip_grpc_pb,
  gossip_pb,
  shared_pb,
  status_pb,
  streams_grpc_pb,
  streams_pb,
};
