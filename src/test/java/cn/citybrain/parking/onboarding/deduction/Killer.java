package cn.citybrain.parking.onboarding.deduction;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database connection that dies with the process: before or after the n-th statement or commit. What was not committed is
 * lost, what was committed stays.
 */
class Killer extends DelegatingDataSource {

    /** Stands for kill -9. */
    static final class Killed extends Error {
        Killed(String where) {
            super(where);
        }
    }

    private int countdown = -1;
    private boolean after;

    Killer(DataSource real) {
        super(real);
    }

    /** Dies around the n-th boundary from now on, counted from 1. */
    void dieAt(int boundary, boolean afterwards) {
        countdown = boundary;
        after = afterwards;
    }

    void spare() {
        countdown = -1;
    }

    /** Whether the deadly boundary has not been reached. */
    boolean armed() {
        return countdown > 0;
    }

    @Override
    public Connection getConnection() throws java.sql.SQLException {
        return wrap(Connection.class, super.getConnection());
    }

    private <T> T wrap(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            boolean boundary =
                    method.getName().startsWith("execute") || method.getName().equals("commit");
            boolean deadly = boundary && countdown > 0 && --countdown == 0;
            if (deadly && !after) {
                throw new Killed("before " + method.getName());
            }
            Object result;
            try {
                result = method.invoke(real, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (deadly) {
                throw new Killed("after " + method.getName());
            }
            return result instanceof PreparedStatement statement ? wrap(PreparedStatement.class, statement) : result;
        }));
    }
}
