package cn.citybrain.parking.onboarding.seal.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import cn.citybrain.parking.onboarding.seal.SealedTables;
import cn.citybrain.parking.onboarding.seal.TouchedRows;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is heard of a connection that breaks in the middle. */
class BrokenConnectionTest {

    private static final String DELETION = "DELETE FROM mail WHERE id = 1";

    private final SQLException cause = new SQLException("the database went away");
    private final SQLException broken = new SQLException("connection is closed");
    private final Connection real = mock(Connection.class);
    private final DatabaseMetaData data = mock(DatabaseMetaData.class);
    private final DataSource pool = mock(DataSource.class);
    private final SealedDatabase database = new SealedDatabase(pool, new FactTable(new FactMac("secret")));

    @BeforeEach
    void begin() throws SQLException {
        when(pool.getConnection()).thenReturn(real);
        when(real.getMetaData()).thenReturn(data);
        when(data.getDatabaseProductName()).thenReturn("PostgreSQL");
        when(real.getAutoCommit()).thenReturn(true);
    }

    @Test
    void theFirstFaultOfAStatementIsNotHiddenByThoseThatFollow() throws SQLException {
        statementThatFails();
        doThrow(broken).when(real).rollback();
        doThrow(new SQLException("nor this")).when(real).setAutoCommit(true);

        assertThatThrownBy(this::delete).isSameAs(cause).hasSuppressedException(broken);
        verify(real, never()).setAutoCommit(true);
    }

    @Test
    void aConnectionThatCannotGoBackToCommittingByItselfHidesNothing() throws SQLException {
        statementThatFails();
        doThrow(broken).when(real).setAutoCommit(true);

        assertThatThrownBy(this::delete).isSameAs(cause).hasSuppressedException(broken);
    }

    @Test
    void aConnectionThatIsWholeCommitsByItselfAgain() throws SQLException {
        statementThatFails();

        assertThatThrownBy(this::delete).isSameAs(cause).hasNoSuppressedExceptions();
        verify(real).rollback();
        verify(real).setAutoCommit(true);
    }

    private void statementThatFails() throws SQLException {
        PreparedStatement statement = mock(PreparedStatement.class);
        when(real.prepareStatement(anyString(), any(String[].class))).thenReturn(statement);
        when(statement.executeUpdate()).thenThrow(cause);
    }

    private void delete() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.prepareStatement(DELETION).executeUpdate();
        }
    }

    @Test
    void aFactThatCannotBeKeptIsTheFaultOfTheCommit() throws SQLException {
        when(real.getAutoCommit()).thenReturn(false);
        when(real.createStatement()).thenThrow(cause);
        doThrow(broken).when(real).rollback();
        Connection connection = database.getConnection();
        connection.unwrap(TouchedRows.class).touched(SealedTables.named("mail").orElseThrow(), "1");

        assertThatThrownBy(connection::commit).isSameAs(cause).hasSuppressedException(broken);
        verify(real, never()).commit();
    }

    @Test
    void goesBackToThePoolWhenItCannotSayWhatItIs() throws SQLException {
        when(real.getMetaData()).thenThrow(cause);
        doThrow(broken).when(real).close();

        assertThatThrownBy(database::getConnection).isSameAs(cause).hasSuppressedException(broken);
    }

    @Test
    void isAskedOnlyOnceWhatItIs() throws SQLException {
        assertThat(database.getConnection()).isNotSameAs(database.getConnection());
        verify(data, times(1)).getDatabaseProductName();
    }
}
