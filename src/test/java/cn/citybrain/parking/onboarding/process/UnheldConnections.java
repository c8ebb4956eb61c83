package cn.citybrain.parking.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An adapter that is called by nobody who keeps a connection to the database meanwhile: a slow channel would take them all. */
final class UnheldConnections {

    private static final Set<String> LOCAL = Set.of(
            "channel",
            "payerId",
            "idempotentOnOutTradeNo",
            "settleTime",
            "read",
            "answer",
            "toString",
            "hashCode",
            "equals");

    private UnheldConnections() {}

    static ChannelAdapter around(ChannelAdapter adapter) {
        return (ChannelAdapter) Proxy.newProxyInstance(
                ChannelAdapter.class.getClassLoader(),
                new Class<?>[] {ChannelAdapter.class},
                (proxy, method, arguments) -> {
                    if (!LOCAL.contains(method.getName())) {
                        assertThat(TransactionSynchronizationManager.getResourceMap()
                                        .values())
                                .as("kept while the channel is called: " + method.getName())
                                .noneMatch(ConnectionHolder.class::isInstance);
                    }
                    try {
                        return method.invoke(adapter, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
