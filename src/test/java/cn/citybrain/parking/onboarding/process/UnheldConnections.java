package cn.citybrain.parking.onboarding.process;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.channel.account.Accounts;
import cn.citybrain.parking.onboarding.channel.adapter.ChannelAdapter;
import cn.citybrain.parking.onboarding.channel.callback.Callbacks;
import cn.citybrain.parking.onboarding.channel.charge.Charges;
import cn.citybrain.parking.onboarding.channel.lot.Lots;
import cn.citybrain.parking.onboarding.channel.vehicle.Vehicles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** An adapter that is called by nobody who keeps a connection to the database meanwhile: a slow channel would take them all. */
final class UnheldConnections {

    private static final Set<String> LOCAL = Set.of(
            "payerId", "idempotentOnOutTradeNo", "settleTime", "read", "answer", "toString", "hashCode", "equals");

    private UnheldConnections() {}

    static ChannelAdapter around(ChannelAdapter adapter) {
        return new ChannelAdapter(
                adapter.channel(),
                around(Accounts.class, adapter.accounts()),
                around(Lots.class, adapter.lots()),
                around(Vehicles.class, adapter.vehicles()),
                around(Charges.class, adapter.charges()),
                around(Callbacks.class, adapter.callbacks()));
    }

    private static <P> P around(Class<P> part, P real) {
        return part.cast(
                Proxy.newProxyInstance(part.getClassLoader(), new Class<?>[] {part}, (proxy, method, arguments) -> {
                    if (!LOCAL.contains(method.getName())) {
                        assertThat(TransactionSynchronizationManager.getResourceMap()
                                        .values())
                                .as("kept while the channel is called: " + method.getName())
                                .noneMatch(ConnectionHolder.class::isInstance);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
