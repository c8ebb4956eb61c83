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
        try {
            Object result = work.run();
            connection.rows.keep(connection.real);
            connection.real.commit();
            return result;
        } catch (Throwable e) {
            connection.rows.forget();
            takeBack(connection, e);
            throw e;
        } finally {
            connection.real.setAutoCommit(true);
        }
    }

    /** On a connection that is broken nothing can be taken back, and nothing stays. */
    private static void takeBack(SealedConnection connection, Throwable because) {
        try {
            connection.real.rollback();
        } catch (SQLException broken) {
            because.addSuppressed(broken);
        }
    }
}
