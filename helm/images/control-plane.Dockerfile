# The control plane: docker build -f helm/images/control-plane.Dockerfile .   (or ./carom images)
# Both bases are Debian; the first only builds, so that no JDK is needed on the host.
ARG BUILD_IMAGE=debian:trixie
ARG RUNTIME_IMAGE=debian:trixie-slim

FROM ${BUILD_IMAGE} AS build
RUN if ! command -v javac || ! command -v mvn || ! command -v npm; then \
      apt-get update && apt-get install -y --no-install-recommends openjdk-25-jdk-headless maven nodejs npm; \
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
RUN mvn -B -q -DskipTests -pl control-plane -am package
COPY helm/packages helm/packages
RUN JAVA_HOME=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")") helm/packages/layout control-plane /image

FROM ${RUNTIME_IMAGE} AS runtime
COPY --from=build /image/ /
RUN groupadd --gid 10001 carom \
 && useradd --uid 10001 --gid carom --home-dir /var/lib/carom --shell /usr/sbin/nologin carom \
 && install -d -o carom -g carom -m 700 /var/lib/carom
USER 10001:10001

# One start against the embedded database, to learn which classes a start needs: the next ones take half the time.
FROM runtime AS training
RUN CAROM_AOT_OUTPUT=/tmp/carom.aot CAROM_DATA_DIR=/tmp/data JAVA_TOOL_OPTIONS=-Dspring.context.exit=onRefresh \
    carom-control-plane

FROM runtime
COPY --from=training /tmp/carom.aot /usr/lib/carom/control-plane/carom.aot
VOLUME /var/lib/carom
EXPOSE 8080 8081 8443
ENTRYPOINT ["carom-control-plane"]
