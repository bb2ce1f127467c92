# One image for every process of the service: PROCESS says what it does. compose.yaml shows several of them together.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /build
COPY . .
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile \
  && npx --yes pnpm@12.21.0 exec turbo run build --filter=@proofmark/issuer... \
  && npx --yes pnpm@12.21.0 --filter @proofmark/issuer --prod --legacy deploy /app

FROM node:20.20.2-bookworm-slim
# Nothing that builds or fetches anything is left.
RUN rm -rf /usr/local/lib/node_modules /usr/local/include /opt/yarn-* \
    /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /usr/local/bin/yarn /usr/local/bin/yarnpkg \
  && mkdir -m 0700 /data \
  && chown 1000:1000 /data
WORKDIR /app
COPY --from=build /app ./
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# By number, so that an orchestrator can see that it is not root. What the process writes is below /data alone.
USER 1000:1000
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
