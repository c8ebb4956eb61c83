package cn.citybrain.parking.onboarding.seal.fact;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The application's database, whose connections note what they write to sealed tables. */
final class SealedDatabase extends DelegatingDataSource {

    private final FactTable facts;

    SealedDatabase(DataSource database, FactTable facts) {
        super(database);
        this.facts = facts;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return SealedConnection.around(super.getConnection(), facts);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return SealedConnection.around(super.getConnection(user, password), facts);
    }
}
