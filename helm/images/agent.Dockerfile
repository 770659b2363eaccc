# The agent: docker build -f helm/images/agent.Dockerfile .   (or ./carom images)
# Both bases are Debian; the first only builds, so that no JDK is needed on the host.
ARG BUILD_IMAGE=debian:trixie
ARG RUNTIME_IMAGE=debian:trixie-slim

FROM ${BUILD_IMAGE} AS build
RUN if ! command -v javac || ! command -v mvn; then \
      apt-get update && apt-get install -y --no-install-recommends openjdk-25-jdk-headless maven; \
    fi
WORKDIR /carom
# What is compiled, apart from how it is laid out: a change of the latter does not compile again.
COPY pom.xml LICENSE ./
COPY .mvn .mvn
COPY agent agent
COPY control-plane control-plane
COPY db db
COPY docs docs
COPY lab lab
COPY web-ui web-ui
COPY helm/pom.xml helm/pom.xml
RUN mvn -B -q -DskipTests -pl agent/daemon -am package
COPY helm/packages helm/packages
RUN JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")") helm/packages/layout agent /image

FROM ${RUNTIME_IMAGE} AS runtime
# curl is the chart's test's.
RUN apt-get update \
 && apt-get install -y --no-install-recommends libpcap0.8 iproute2 nftables ethtool curl \
 && rm -rf /var/lib/apt/lists/* /var/cache/* /var/log/*
COPY --from=build /image/ /

FROM runtime AS training
RUN CAROM_AOT_OUTPUT=/tmp/carom.aot carom-agent --version

FROM runtime
COPY --from=training /tmp/carom.aot /usr/lib/carom/agent/carom.aot
EXPOSE 9477
ENTRYPOINT ["carom-agent"]
CMD ["run"]
