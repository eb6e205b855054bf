// Three nodes that keep one log: who leads, who is gone, who is frozen, and what each tells of the others.
import { EventStoreDbDouble, type DoubleOptions } from './double.js';
import { FreezablePort } from './freezable-port.js';
import { notReady } from './faults.js';
import { gossip_pb } from './generated.js';
import { ServerLog } from './server-log.js';

const { VNodeState } = gossip_pb.MemberInfo;

interface Node {
  readonly double: EventStoreDbDouble;
  port: FreezablePort;
  is: 'up' | 'frozen' | 'down';
}

export class ClusterDouble {
  readonly log = new ServerLog();
  readonly nodes: Node[] = [];
  private leads = 0;

  static async start(options: Omit<DoubleOptions, 'log' | 'members'> = {}): Promise<ClusterDouble> {
    const cluster = new ClusterDouble();
    for (let index = 0; index < 3; index++) {
      const double = await EventStoreDbDouble.start({
        ...options,
        log: cluster.log,
        members: () => cluster.members(),
        onWritten: () => cluster.news(),
      });
      cluster.nodes.push({ double, port: await FreezablePort.before(double.port), is: 'up' });
    }
    cluster.elect(0);
    return cluster;
  }

  /** Every node by name, as an operator writes it. */
  get url(): string {
    const [{ double }] = this.nodes as [Node];
    const hosts = this.nodes.map(({ port }) => `localhost:${port.port}`).join(',');
    return double.url.replace(/localhost:\d+/, hosts);
  }

  /** One name, whose node tells of the others. */
  get discoverUrl(): string {
    const [{ double, port }] = this.nodes as [Node];
    return double.url.replace(/localhost:\d+/, `localhost:${port.port}`).replace('esdb://', 'esdb+discover://');
  }

  get leader(): EventStoreDbDouble {
    return this.node(this.leads).double;
  }

  /** The others have agreed on this one. */
  elect(index: number): void {
    this.leads = index;
    this.tell();
  }

  /** `kill -9`: every connection breaks. Fewer than two left are no quorum. */
  kill(index: number): void {
    const node = this.node(index);
    node.is = 'down';
    node.port.close();
    node.double.stop();
    this.tell();
  }

  /** Stopped in the middle of everything: it still holds its connections. The others have not noticed yet. */
  freeze(index: number): void {
    const node = this.node(index);
    node.port.freeze();
    node.is = 'frozen';
  }

  /** A leader that wakes after the others went on must truncate: it shuts itself down, and nothing that reached it meanwhile counts. */
  wake(index: number): void {
    this.kill(index);
  }

  async startAgain(index: number): Promise<void> {
    const node = this.node(index);
    const { port } = node.port;
    await node.double.listenOn(0);
    node.port = await FreezablePort.before(node.double.port, port);
    node.is = 'up';
    this.tell();
  }

  stop(): void {
    for (const { double, port } of this.nodes) {
      port.close();
      double.stop();
    }
  }

  private get quorum(): boolean {
    return this.nodes.filter(({ is }) => is === 'up').length >= 2;
  }

  private node(index: number): Node {
    const node = this.nodes[index];
    if (!node) throw new Error(`There is no node ${index}`);
    return node;
  }

  /** Every node that is not the leader says who is; where there is no quorum nobody is. */
  private tell(): void {
    const led = this.quorum && this.node(this.leads).is !== 'down';
    for (const [index, { double }] of this.nodes.entries()) {
      double.faults.refuses = led ? undefined : notReady;
      double.faults.leader =
        led && index !== this.leads ? { host: 'localhost', port: this.node(this.leads).port.port } : undefined;
    }
  }

  private news(): void {
    for (const { double } of this.nodes) double.news();
  }

  private members(): gossip_pb.MemberInfo[] {
    return this.nodes.map(({ port, is }, index) => {
      const member = new gossip_pb.MemberInfo();
      const led = this.quorum && this.node(this.leads).is !== 'down';
      const state = led ? (index === this.leads ? VNodeState.LEADER : VNodeState.FOLLOWER) : VNodeState.UNKNOWN;
      // A frozen one is dead to the others once they have another leader.
      const alive = is === 'up' || (is === 'frozen' && index === this.leads);
      member.setState(state);
      member.setIsAlive(alive);
      const place = new gossip_pb.EndPoint();
      place.setAddress('localhost');
      place.setPort(port.port);
      member.setHttpEndPoint(place);
      return member;
    });
  }
}
