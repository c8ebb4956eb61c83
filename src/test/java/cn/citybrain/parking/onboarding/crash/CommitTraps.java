package cn.citybrain.parking.onboarding.crash;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Holds the JVM at a commit until somebody kills it. A trap names a fact by a query; the transaction that is about to make
 * the fact true is stopped for good, before its commit or after.
 */
class CommitTraps implements BeanPostProcessor {

    /** Nobody ever opens it. */
    private static final CountDownLatch FOREVER = new CountDownLatch(1);

    private final List<Trap> traps = new CopyOnWriteArrayList<>();
    private volatile boolean everythingStands;

    /**
     * @param fact a query that counts; above 0 means that the fact is there
     * @param after whether the commit is still made
     * @param stopsAll whether nobody gets any further with the database, or only the thread that made the fact
     * @param taken by the one thread that makes the fact: others see it once it is committed, and go on
     * @param sprung whether that thread stands
     */
    private record Trap(
            String name, String fact, boolean after, boolean stopsAll, AtomicBoolean taken, AtomicBoolean sprung) {}

    void arm(String name, String fact, boolean after, boolean stopsAll) {
        traps.add(new Trap(name, fact, after, stopsAll, new AtomicBoolean(), new AtomicBoolean()));
    }

    /** The traps that hold somebody. */
    List<String> sprung() {
        return traps.stream()
                .filter(trap -> trap.sprung().get())
                .map(Trap::name)
                .toList();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Trapped(database) : bean;
    }

    private void commit(Connection connection) throws SQLException {
        for (Trap trap : traps) {
            if (!trap.taken().get()
                    && isTrue(trap.fact(), connection)
                    && trap.taken().compareAndSet(false, true)) {
                spring(trap, connection);
            }
        }
        connection.commit();
    }

    private void spring(Trap trap, Connection connection) throws SQLException {
        if (trap.after()) {
            everythingStands |= trap.stopsAll();
            connection.commit();
        }
        everythingStands |= trap.stopsAll();
        trap.sprung().set(true);
        stand();
    }

    private static boolean isTrue(String fact, Connection connection) {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(fact)) {
            return rows.next() && rows.getInt(1) > 0;
        } catch (SQLException e) {
            // the transaction is broken already: it makes nothing true
            return false;
        }
    }

    private static void stand() {
        while (true) {
            try {
                FOREVER.await();
            } catch (InterruptedException e) {
                // only death ends this
            }
        }
    }

    private final class Trapped extends DelegatingDataSource {

        Trapped(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection real = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                        if (everythingStands) {
                            stand();
                        }
                        if (method.getName().equals("commit")) {
                            commit(real);
                            return null;
                        }
                        try {
                            return method.invoke(real, args);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }
    }
}
