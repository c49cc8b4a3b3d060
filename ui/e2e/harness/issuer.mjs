// An OpenID provider that is not Rollcall's own, for tests of signing in: standard output's first line names its
// address, and it ends when its standard input does.
import { createServer } from "node:http";
import Provider from "oidc-provider";

const client = (id, rest) => ({
  client_id: id,
  application_type: "native",
  grant_types: ["authorization_code", "refresh_token"],
  redirect_uris: ["http://127.0.0.1/callback"],
  token_endpoint_auth_method: "none",
  ...rest,
});

const job = {
  client_secret: "job-hunter2",
  grant_types: ["client_credentials"],
  redirect_uris: [],
  response_types: [],
  token_endpoint_auth_method: "client_secret_post",
};

const settings = {
  clients: [
    client("desk"),
    client("office", { client_secret: "office-hunter2", token_endpoint_auth_method: "client_secret_post" }),
    client("elsewhere", { redirect_uris: ["http://127.0.0.1/another-place"] }),
    client("once", { grant_types: ["authorization_code"] }),
    client("job", job),
  ],
  cookies: { keys: ["of a test"] },
  features: { clientCredentials: { enabled: true }, revocation: { enabled: true } },
  // Every refresh token serves once.
  rotateRefreshToken: true,
};

// The provider goes on talking after whoever started it has stopped listening.
process.stdout.on("error", () => {});

const server = createServer();
server.listen(0, "127.0.0.1", () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  server.on("request", new Provider(issuer, settings).callback());
  process.stdout.write(`${JSON.stringify({ issuer })}\n`);
});
process.stdin.on("end", () => process.exit(0)).resume();
