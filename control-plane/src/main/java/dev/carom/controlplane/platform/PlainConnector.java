package dev.carom.controlplane.platform;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.AbstractProtocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The plain port beside the one by TLS. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(TlsSettings.PLAIN_PORT)
class PlainConnector {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> besideTls(
            @Value("${" + TlsSettings.PLAIN_ADDRESS + "}") String address,
            @Value("${" + TlsSettings.PLAIN_PORT + "}") int port,
            @Value("${server.tomcat.connection-timeout}") Duration timeout) {
        return factory -> {
            Connector connector = new Connector();
            connector.setPort(port);
            connector.setProperty("address", address);
            connector.setProperty("connectionTimeout", Long.toString(timeout.toMillis()));
            ((AbstractProtocol<?>) connector.getProtocolHandler()).setExecutor(new VirtualThreadExecutor("plain-"));
            factory.addAdditionalConnectors(connector);
        };
    }
}
