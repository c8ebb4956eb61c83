package cn.citybrain.parking.onboarding;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The application's database, at which a thread can die as a process does by kill -9: before or after the n-th statement or
 * commit. From then on nothing of that thread reaches the database: what was not committed is lost, what was committed stays.
 * Without a trap it is the database itself.
 */
public final class MortalDatabase extends DelegatingDataSource {

    /** Stands for kill -9. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        public Killed(String where) {
            super(where);
        }
    }

    /** What happens to one thread at its n-th boundary. */
    private static final class Trap {
        final int boundary;
        final boolean afterwards;
        final Runnable deed;
        int passed;
        boolean dead;

        Trap(int boundary, boolean afterwards, Runnable deed) {
            this.boundary = boundary;
            this.afterwards = afterwards;
            this.deed = deed;
        }
    }

    private final ThreadLocal<Trap> traps = new ThreadLocal<>();

    public MortalDatabase(DataSource real) {
        super(real);
    }

    /** This thread dies around the n-th boundary from now on, counted from 1. */
    public void dieAt(int boundary, boolean afterwards) {
        traps.set(new Trap(boundary, afterwards, null));
    }

    /** This thread does something else around its n-th boundary, and goes on. */
    public void pauseAt(int boundary, boolean afterwards, Runnable deed) {
        traps.set(new Trap(boundary, afterwards, deed));
    }

    /** Dies here: for calls to a channel. */
    public Killed die(String where) {
        Trap trap = traps.get() == null ? new Trap(0, false, null) : traps.get();
        trap.dead = true;
        traps.set(trap);
        return new Killed(where);
    }

    /** Whether this thread died; what it meets afterwards is only the noise of that. */
    public boolean dead() {
        return traps.get() != null && traps.get().dead;
    }

    /** Another process takes over. Returns how many boundaries this one passed since its trap was set. */
    public int revive() {
        Trap trap = traps.get();
        traps.remove();
        return trap == null ? 0 : trap.passed;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Trap trap = traps.get();
        if (trap != null && trap.dead) {
            throw new Killed("is dead");
        }
        return trap == null ? super.getConnection() : wrap(Connection.class, super.getConnection());
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            String name = method.getName();
            Trap trap = traps.get();
            boolean boundary = trap != null && (name.startsWith("execute") || name.equals("commit"));
            boolean here = boundary && pass(trap);
            if (here && !trap.afterwards) {
                happen(trap, "before " + name);
            }
            Object result = invoke(method, real, args);
            if (here && trap.afterwards) {
                happen(trap, "after " + name);
            }
            return result instanceof PreparedStatement prepared
                    ? wrap(PreparedStatement.class, prepared)
                    : result instanceof Statement statement ? wrap(Statement.class, statement) : result;
        }));
    }

    private static boolean pass(Trap trap) {
        if (trap.dead) {
            throw new Killed("is dead");
        }
        return ++trap.passed == trap.boundary;
    }

    private static void happen(Trap trap, String where) {
        if (trap.deed == null) {
            trap.dead = true;
            throw new Killed(where);
        }
        trap.deed.run();
    }

    private static Object invoke(java.lang.reflect.Method method, Object real, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
