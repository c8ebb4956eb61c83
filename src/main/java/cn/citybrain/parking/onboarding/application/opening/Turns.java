package cn.citybrain.parking.onboarding.application.opening;

import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have begun, turn by turn: the page bears the number of the turn that is next, so a second click, another tab and
 * the page that the browser goes back to ask for the same turn, which begins once.
 */
@NamedInterface("services")
@Component
public class Turns {

    private final JdbcClient jdbc;
    private final Clock clock;

    Turns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The number of somebody's next turn for a company, from 1. */
    public int next(String tenantId, String userId) {
        return jdbc.sql("SELECT COALESCE(MAX(turn), 0) + 1 FROM beginning WHERE tenant_id = ? AND user_id = ?")
                .params(tenantId, userId)
                .query(Integer.class)
                .single();
    }

    public Optional<Beginning> find(String tenantId, String userId, int turn) {
        return jdbc.sql("SELECT asked, numbers FROM beginning WHERE tenant_id = ? AND user_id = ? AND turn = ?")
                .params(tenantId, userId, turn)
                .query((row, n) -> new Beginning(
                        row.getString("asked"), List.of(row.getString("numbers").split(","))))
                .optional();
    }

    /**
     * Takes a turn; whoever asks for the same one waits until this transaction is over.
     *
     * @throws DuplicateKeyException if it is taken
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String tenantId, String userId, int turn, String asked) {
        jdbc.sql(
                        "INSERT INTO beginning (tenant_id, user_id, turn, asked, numbers, begun_at) VALUES (?, ?, ?, ?, '', ?)")
                .params(tenantId, userId, turn, asked, SqlTime.of(clock.instant()))
                .update();
    }

    /** Notes what the turn has begun. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begun(String tenantId, String userId, int turn, List<String> numbers) {
        jdbc.sql("UPDATE beginning SET numbers = ? WHERE tenant_id = ? AND user_id = ? AND turn = ?")
                .params(String.join(",", numbers), tenantId, userId, turn)
                .update();
    }
}
