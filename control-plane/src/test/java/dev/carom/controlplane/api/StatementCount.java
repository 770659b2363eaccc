package dev.carom.controlplane.api;

import jakarta.servlet.Filter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the statements that requests prepare; what runs by itself beside them does not count. */
@TestConfiguration(proxyBeanMethods = false)
class StatementCount {
    private static final AtomicLong PREPARED = new AtomicLong();
    private static final ThreadLocal<Boolean> IN_REQUEST = ThreadLocal.withInitial(() -> false);

    static long soFar() {
        return PREPARED.get();
    }

    @Bean
    Filter markRequests() {
        return (request, response, chain) -> {
            IN_REQUEST.set(true);
            try {
                chain.doFilter(request, response);
            } finally {
                IN_REQUEST.remove();
            }
        };
    }

    @Bean
    static BeanPostProcessor countingDataSource() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource database ? counting(DataSource.class, database) : bean;
            }
        };
    }

    private static <T> T counting(Class<T> type, T target) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(target, arguments);
                        if (method.getName().equals("prepareStatement") && IN_REQUEST.get()) {
                            PREPARED.incrementAndGet();
                        }
                        return result instanceof Connection connection
                                ? counting(Connection.class, connection)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
