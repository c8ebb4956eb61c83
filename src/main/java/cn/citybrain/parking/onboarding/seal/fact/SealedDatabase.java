package cn.citybrain.parking.onboarding.seal.fact;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The application's database, whose connections note what they write to sealed tables. */
final class SealedDatabase extends DelegatingDataSource {

    private final FactTable facts;
    /** Whether it returns the keys of rows that a statement deletes; null until a connection said what it is. */
    private volatile Boolean returnsDeleted;

    SealedDatabase(DataSource database, FactTable facts) {
        super(database);
        this.facts = facts;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return sealed(super.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return sealed(super.getConnection(user, password));
    }

    private Connection sealed(Connection real) throws SQLException {
        try {
            if (returnsDeleted == null) {
                returnsDeleted = real.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            }
            return SealedConnection.around(real, facts, returnsDeleted);
        } catch (SQLException | RuntimeException e) {
            giveBack(real, e);
            throw e;
        }
    }

    /** Nobody else will: it is in nobody's hands. */
    private static void giveBack(Connection real, Exception because) {
        try {
            real.close();
        } catch (SQLException broken) {
            because.addSuppressed(broken);
        }
    }
}
