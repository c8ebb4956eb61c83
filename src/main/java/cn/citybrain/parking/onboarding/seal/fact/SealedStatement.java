package cn.citybrain.parking.onboarding.seal.fact;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.TreeMap;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetProvider;

/**
 * A prepared statement that writes to a sealed table and notes the keys of the rows. The database returns them with the
 * statement; before a deletion on H2, which returns none, they are looked up.
 */
final class SealedStatement implements InvocationHandler {

    private final PreparedStatement real;
    private final Change change;
    private final SealedConnection connection;
    private final boolean lookFirst;
    private final boolean askedForKeys;
    private final TreeMap<Integer, Parameter> parameters = new TreeMap<>();
    private CachedRowSet keys;

    private record Parameter(Method setter, Object[] args) {}

    private SealedStatement(
            PreparedStatement real,
            Change change,
            SealedConnection connection,
            boolean lookFirst,
            boolean askedForKeys) {
        this.real = real;
        this.change = change;
        this.connection = connection;
        this.lookFirst = lookFirst;
        this.askedForKeys = askedForKeys;
    }

    static PreparedStatement around(
            PreparedStatement real,
            Change change,
            SealedConnection connection,
            boolean lookFirst,
            boolean askedForKeys) {
        return (PreparedStatement) Proxy.newProxyInstance(
                SealedStatement.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                new SealedStatement(real, change, connection, lookFirst, askedForKeys));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] args) throws Throwable {
        String name = method.getName();
        if (name.startsWith("execute")) {
            return AutoCommit.around(connection, () -> execute(method, args));
        }
        return switch (name) {
            case "addBatch" -> addBatch(method, args);
            case "getGeneratedKeys" -> keys == null ? SealedConnection.call(real, method, args) : keys;
            case "getConnection" -> connection.proxy();
            case "equals" -> self == args[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> remember(method, args);
        };
    }

    private Object execute(Method method, Object[] args) throws Throwable {
        boolean batch = method.getName().endsWith("Batch");
        if (lookFirst && !batch) {
            look();
        }
        Object result = SealedConnection.call(real, method, args);
        if (!lookFirst) {
            note();
        }
        return result;
    }

    private Object addBatch(Method method, Object[] args) throws Throwable {
        if (lookFirst) {
            look();
        }
        return SealedConnection.call(real, method, args);
    }

    private void note() throws SQLException {
        try (ResultSet written = real.getGeneratedKeys()) {
            if (askedForKeys) {
                keys = RowSetProvider.newFactory().createCachedRowSet();
                keys.populate(written);
                connection.rows.touched(change.table(), keys);
                keys.beforeFirst();
            } else {
                connection.rows.touched(change.table(), written);
            }
        }
    }

    private void look() throws Throwable {
        try (PreparedStatement select = connection.real.prepareStatement(change.selectKeys())) {
            for (Parameter parameter : parameters.values()) {
                SealedConnection.call(select, parameter.setter(), parameter.args());
            }
            try (ResultSet found = select.executeQuery()) {
                connection.rows.touched(change.table(), found);
            }
        }
    }

    private Object remember(Method method, Object[] args) throws Throwable {
        if (lookFirst && method.getName().startsWith("set") && args.length > 1 && args[0] instanceof Integer index) {
            parameters.put(index, new Parameter(method, args));
        }
        return SealedConnection.call(real, method, args);
    }
}
