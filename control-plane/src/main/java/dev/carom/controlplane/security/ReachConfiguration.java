package dev.carom.controlplane.security;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the reach of callers between the application and its connections. */
@Configuration(proxyBeanMethods = false)
class ReachConfiguration {
    @Bean
    static BeanPostProcessor reachingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return name.equals("dataSource") && bean instanceof DataSource pool
                        ? new ReachingDataSource(pool)
                        : bean;
            }
        };
    }
}
