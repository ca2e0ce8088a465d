# The application image. The database is another container: see docker-compose.yml.

FROM node:22-slim AS screens
WORKDIR /build
COPY web web
RUN node web/build/vendor.mjs

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY src/main src/main
COPY web web
COPY --from=screens /build/web/vendor web/vendor
COPY map-data map-data
RUN mvn -q -B -DskipTests -Dvendor.skip=true -Dspotless.check.skip=true package \
    && java -Djarmode=tools -jar target/gridward.jar extract --destination /app

FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home --home-dir /var/lib/gridward gridward
COPY --from=build /app /app
USER gridward
WORKDIR /var/lib/gridward
VOLUME /var/lib/gridward
ENV GRIDWARD_HOME=/var/lib/gridward GRIDWARD_BIND=0.0.0.0 GRIDWARD_PORT=8080 LC_ALL=C.UTF-8
EXPOSE 8080 8081
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s CMD ["bash", "-c", \
    "exec 3<>/dev/tcp/127.0.0.1/8081 && printf 'GET /readyz HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200'* ]]"]
# One subcommand instead of the server: docker run … gridward user list
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx768m", "-Duser.timezone=UTC", "-Dfile.encoding=UTF-8", \
    "-Djava.awt.headless=true", "-DEPSG-HSQL.directory=/tmp/epsg", "-jar", "/app/gridward.jar"]
CMD ["--management.server.port=8081", "--management.server.address=0.0.0.0", "--server.forward-headers-strategy=native"]
