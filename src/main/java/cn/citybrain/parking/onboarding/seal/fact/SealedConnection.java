package cn.citybrain.parking.onboarding.seal.fact;

import cn.citybrain.parking.onboarding.seal.TouchedRows;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;

/** A connection that keeps, with every commit, which rows of sealed tables the transaction wrote. */
final class SealedConnection implements InvocationHandler {

    final Connection real;
    final TransactionRows rows;
    private final boolean returnsDeleted;
    private Connection proxy;

    private SealedConnection(Connection real, FactTable facts, boolean returnsDeleted) {
        this.real = real;
        this.rows = new TransactionRows(facts);
        this.returnsDeleted = returnsDeleted;
    }

    /** @param returnsDeleted whether the database returns the keys of rows that a statement deletes */
    static Connection around(Connection real, FactTable facts, boolean returnsDeleted) {
        SealedConnection sealed = new SealedConnection(real, facts, returnsDeleted);
        sealed.proxy = (Connection) Proxy.newProxyInstance(
                SealedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, sealed);
        return sealed.proxy;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] args) throws Throwable {
        return switch (method.getName()) {
            case "prepareStatement" -> prepare(method, args);
            case "createStatement" -> SealedScript.around((Statement) call(real, method, args), this);
            case "commit" -> commit(method, args);
            case "rollback" -> rollback(method, args);
            case "setAutoCommit" -> setAutoCommit(method, args);
            case "close" -> close(method, args);
            case "unwrap" -> args[0] == TouchedRows.class ? rows : call(real, method, args);
            case "isWrapperFor" -> args[0] == TouchedRows.class || (boolean) call(real, method, args);
            case "equals" -> self == args[0];
            case "hashCode" -> System.identityHashCode(self);
            default -> call(real, method, args);
        };
    }

    Connection proxy() {
        return proxy;
    }

    private Object prepare(Method method, Object[] args) throws Throwable {
        Optional<Change> change = Change.of((String) args[0]);
        if (change.isEmpty()) {
            return call(real, method, args);
        }
        String sql = (String) args[0];
        boolean lookFirst = change.get().deletes() && !returnsDeleted;
        boolean askedForKeys = args.length == 2
                && !Integer.valueOf(Statement.NO_GENERATED_KEYS).equals(args[1]);
        PreparedStatement prepared = lookFirst
                ? real.prepareStatement(sql)
                : askedForKeys && args[1] instanceof Integer
                        ? (PreparedStatement) call(real, method, args)
                        : real.prepareStatement(sql, columns(change.get(), args));
        return SealedStatement.around(prepared, change.get(), this, lookFirst, askedForKeys);
    }

    /** Those of the key, and those that the caller wants to be told. */
    private static String[] columns(Change change, Object[] args) {
        String[] key = change.keyColumns();
        return args.length == 2 && args[1] instanceof String[] wanted
                ? Stream.concat(Stream.of(wanted), Stream.of(key)).distinct().toArray(String[]::new)
                : key;
    }

    private Object commit(Method method, Object[] args) throws Throwable {
        keep();
        return call(real, method, args);
    }

    /** What a connection has done is committed, too, when it begins to commit by itself. */
    private Object setAutoCommit(Method method, Object[] args) throws Throwable {
        if (Boolean.TRUE.equals(args[0])) {
            keep();
        }
        return call(real, method, args);
    }

    /** Rows without their fact are worse than none: nothing of the transaction stays. */
    private void keep() throws SQLException {
        try {
            rows.keep(real);
        } catch (SQLException | RuntimeException e) {
            rows.forget();
            takeBack(e);
            throw e;
        }
    }

    private void takeBack(Exception because) {
        try {
            real.rollback();
        } catch (SQLException broken) {
            because.addSuppressed(broken);
        }
    }

    private Object rollback(Method method, Object[] args) throws Throwable {
        if (args == null) {
            rows.forget();
        }
        return call(real, method, args);
    }

    private Object close(Method method, Object[] args) throws Throwable {
        rows.forget();
        return call(real, method, args);
    }

    static Object call(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
