package cn.citybrain.parking.onboarding.seal.fact;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Optional;

/** A statement whose text comes with its execution: migrations, and whatever needs no parameters. */
final class SealedScript implements InvocationHandler {

    private final Statement real;
    private final SealedConnection connection;

    private SealedScript(Statement real, SealedConnection connection) {
        this.real = real;
        this.connection = connection;
    }

    static Statement around(Statement real, SealedConnection connection) {
        return (Statement) Proxy.newProxyInstance(
                SealedScript.class.getClassLoader(),
                new Class<?>[] {Statement.class},
                new SealedScript(real, connection));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] args) throws Throwable {
        Optional<Change> change =
                args != null && args.length > 0 && args[0] instanceof String sql ? Change.of(sql) : Optional.empty();
        if (change.isPresent()) {
            return write(method, args, change.get());
        }
        return switch (method.getName()) {
            case "getConnection" -> connection.proxy();
            case "equals" -> self == args[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> SealedConnection.call(real, method, args);
        };
    }

    private Object write(Method method, Object[] args, Change change) throws Throwable {
        String sql = (String) args[0];
        return switch (method.getName()) {
            case "execute" ->
                AutoCommit.around(
                        connection,
                        () -> change.deletes()
                                ? after(change, () -> real.execute(sql))
                                : noting(change, real.execute(sql, change.keyColumns())));
            case "executeUpdate" ->
                AutoCommit.around(
                        connection,
                        () -> change.deletes()
                                ? after(change, () -> real.executeUpdate(sql))
                                : noting(change, real.executeUpdate(sql, change.keyColumns())));
            case "executeLargeUpdate", "addBatch" ->
                throw new SQLFeatureNotSupportedException("a sealed table is not written this way: "
                        + change.table().name());
            default -> SealedConnection.call(real, method, args);
        };
    }

    private Object noting(Change change, Object result) throws SQLException {
        try (ResultSet written = real.getGeneratedKeys()) {
            connection.rows.touched(change.table(), written);
        }
        return result;
    }

    private Object after(Change change, AutoCommit.Work deletion) throws Throwable {
        try (Statement select = connection.real.createStatement();
                ResultSet found = select.executeQuery(change.selectKeys())) {
            connection.rows.touched(change.table(), found);
        }
        return deletion.run();
    }
}
