#!/bin/sh
# Makes the certificate of the double anew: for localhost, self-signed, for tests only. Nothing real may ever trust it.
cd "$(dirname "$0")" && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 \
  -subj '/CN=onward test double' -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' -keyout key.pem -out certificate.pem
