package cn.citybrain.parking.onboarding.seal.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO deduction_step (deduction_id) VALUES (?)",
                "  insert into DEDUCTION_STEP\n(deduction_id) values (?)",
                "-- why\nUPDATE deduction_step SET text = ? WHERE id = ?",
                "/* engine */ update deduction_step set text = ?",
                "DELETE FROM deduction_step WHERE id = ?"
            })
    void knowsAStatementThatWritesToASealedTable(String sql) throws SQLException {
        assertThat(Change.of(sql))
                .hasValueSatisfying(change -> assertThat(change.table().name()).isEqualTo("deduction_step"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM deduction_step",
                "INSERT INTO awaited_answer (execution_id) VALUES (?)",
                "UPDATE lot_message SET claimed_by = ?, claimed_until = ? WHERE id = ?",
                "update ACT_HI_ACTINST set REMOVAL_TIME_ = ? where ROOT_PROC_INST_ID_ = ?",
                "CREATE TABLE deduction_step (id BIGINT)"
            })
    void leavesAloneWhatIsNoPartOfTheStory(String sql) throws SQLException {
        assertThat(Change.of(sql)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE lot_message SET claimed_by = NULL, delivered_at = ? WHERE id = ?",
                "UPDATE lot_message SET claimed_by = (SELECT n.name FROM node n WHERE n.id = ?), delivered_at = ?",
                "UPDATE lot_message SET (delivered_at, content) = (?, ?), claimed_by = NULL WHERE id = ?"
            })
    void seesAnUpdateOfWhatIsLeftOutAndMore(String sql) throws SQLException {
        assertThat(Change.of(sql)).isPresent();
    }

    @Test
    void refusesToMergeIntoASealedTable() throws SQLException {
        assertThatThrownBy(() -> Change.of("MERGE INTO deduction_step USING x ON x.id = id WHEN MATCHED THEN DELETE"))
                .isInstanceOf(SQLFeatureNotSupportedException.class)
                .hasMessageContaining("deduction_step");
        assertThat(Change.of("MERGE INTO awaited_answer KEY (execution_id) VALUES (?)"))
                .isEmpty();
    }

    @Test
    void looksUpTheKeysOfADeletionByTheSameCondition() throws SQLException {
        assertThat(Change.of("delete from application_paper WHERE application_no = ? AND field_key = ?"))
                .hasValueSatisfying(change -> assertThat(change.selectKeys())
                        .isEqualTo("SELECT application_no, field_key FROM application_paper"
                                + "  WHERE application_no = ? AND field_key = ?"));
    }
}
