package cn.citybrain.parking.onboarding.seal.fact;

import java.sql.SQLException;

/** A statement outside of a transaction commits by itself: with its facts it becomes a transaction of its own. */
final class AutoCommit {

    /** Executes. */
    interface Work {
        Object run() throws Throwable;
    }

    private AutoCommit() {}

    static Object around(SealedConnection connection, Work work) throws Throwable {
        if (!connection.real.getAutoCommit()) {
            return work.run();
        }
        connection.real.setAutoCommit(false);
        Object result;
        try {
            result = work.run();
            connection.rows.keep(connection.real);
            connection.real.commit();
        } catch (Throwable e) {
            connection.rows.forget();
            takeBack(connection, e);
            throw e;
        }
        connection.real.setAutoCommit(true);
        return result;
    }

    /** On a connection that is broken nothing can be taken back, and nothing stays; what is not taken back must not be committed. */
    private static void takeBack(SealedConnection connection, Throwable because) {
        try {
            connection.real.rollback();
            connection.real.setAutoCommit(true);
        } catch (SQLException broken) {
            because.addSuppressed(broken);
        }
    }
}
