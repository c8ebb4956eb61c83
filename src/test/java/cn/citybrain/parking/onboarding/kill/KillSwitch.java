package cn.citybrain.parking.onboarding.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lets the JVM die, as with kill -9, right before or right after the commit of a transaction that runs a certain
 * statement. The file named by the system property {@code kill.switch} says which: {@code before|} or {@code after|} and
 * a part of the statement; no file, no kill. Only JVMs that a test starts have this class.
 */
public class KillSwitch implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int KILLED = 137;
    private static final Path FILE = Path.of(System.getProperty("kill.switch", "no-kill-switch"));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getBeanFactory().addBeanPostProcessor(new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource real ? watched(real) : bean;
            }
        });
    }

    private static DataSource watched(DataSource real) {
        return proxy(
                real,
                (proxy, method, arguments) -> method.getName().equals("getConnection")
                        ? watched((Connection) call(real, method, arguments))
                        : call(real, method, arguments),
                DataSource.class,
                AutoCloseable.class);
    }

    private static Connection watched(Connection real) {
        boolean[] deadly = new boolean[1];
        return proxy(
                real,
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "prepareStatement" -> {
                        boolean meant = isMeant((String) arguments[0]);
                        deadly[0] |= meant;
                        yield watched(real, (PreparedStatement) call(real, method, arguments), meant);
                    }
                    case "commit" ->
                        deadly[0] ? dyingAround(() -> call(real, method, arguments)) : call(real, method, arguments);
                    case "rollback" -> {
                        deadly[0] = false;
                        yield call(real, method, arguments);
                    }
                    default -> call(real, method, arguments);
                },
                Connection.class);
    }

    /** Without a transaction the statement itself commits. */
    private static PreparedStatement watched(Connection connection, PreparedStatement real, boolean meant) {
        return proxy(
                real,
                (proxy, method, arguments) -> meant && method.getName().startsWith("execute") && autoCommits(connection)
                        ? dyingAround(() -> call(real, method, arguments))
                        : call(real, method, arguments),
                PreparedStatement.class);
    }

    private static Object dyingAround(Work commit) throws Throwable {
        if (order().startsWith("before|")) {
            Runtime.getRuntime().halt(KILLED);
        }
        commit.run();
        Runtime.getRuntime().halt(KILLED);
        return null;
    }

    private static boolean isMeant(String sql) {
        String order = order();
        return !order.isEmpty() && sql.contains(order.substring(order.indexOf('|') + 1));
    }

    private static String order() {
        try {
            return Files.exists(FILE) ? Files.readString(FILE) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean autoCommits(Connection connection) {
        try {
            return connection.getAutoCommit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T proxy(T real, InvocationHandler handler, Class<?>... types) {
        return (T) Proxy.newProxyInstance(KillSwitch.class.getClassLoader(), types, handler);
    }

    private interface Work {
        Object run() throws Throwable;
    }
}
