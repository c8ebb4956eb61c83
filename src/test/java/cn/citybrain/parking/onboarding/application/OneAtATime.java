package cn.citybrain.parking.onboarding.application;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool of one that refuses the second connection at once instead of waiting for it. */
public final class OneAtATime extends DelegatingDataSource {

    private final AtomicBoolean out = new AtomicBoolean();

    public OneAtATime(DataSource target) {
        super(target);
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (!out.compareAndSet(false, true)) {
            throw new SQLException("a second connection while the first is in use");
        }
        return returning(super.getConnection());
    }

    private Connection returning(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        out.set(false);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
