package cn.citybrain.parking.onboarding.application.register;

import cn.citybrain.parking.onboarding.restore.Restores;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Application numbers like {@code WX202611220007}: channel, day in Asia/Shanghai, sequence of the day. Letters and digits
 * only (WeChat Pay's business_code allows no hyphen). The sequence is a row that every node increments; a number that is
 * drawn and not used leaves a gap.
 *
 * <p>On the day on which a backup was restored, the time of the restoration stands before the sequence
 * ({@code WX2026112214300001}): what was given out in the lost time is never given out again.
 */
@Component
public class ApplicationNumbers {

    private final JdbcClient jdbc;
    private final Restores restores;
    private final Clock clock;
    private final TransactionTemplate own;

    ApplicationNumbers(JdbcClient jdbc, Restores restores, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.restores = restores;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public String next(String channelPrefix) {
        LocalDate today = LocalDate.now(clock);
        String prefix = channelPrefix + today.format(DateTimeFormatter.BASIC_ISO_DATE) + restoredOn(today);
        return "%s%04d".formatted(prefix, increment(prefix).orElseGet(() -> begin(prefix)));
    }

    private String restoredOn(LocalDate day) {
        return restores.latest()
                .map(restore -> restore.noticedAt().atZone(clock.getZone()))
                .filter(noticed -> noticed.toLocalDate().equals(day))
                .map(noticed -> noticed.format(DateTimeFormatter.ofPattern("HHmm")))
                .orElse("");
    }

    private Optional<Integer> increment(String prefix) {
        return own.execute(
                tx -> jdbc.sql("UPDATE application_number SET last_number = last_number + 1 WHERE prefix = ?")
                                        .param(prefix)
                                        .update()
                                == 0
                        ? Optional.empty()
                        : jdbc.sql("SELECT last_number FROM application_number WHERE prefix = ?")
                                .param(prefix)
                                .query(Integer.class)
                                .optional());
    }

    private int begin(String prefix) {
        try {
            own.executeWithoutResult(
                    tx -> jdbc.sql("INSERT INTO application_number (prefix, last_number) VALUES (?, 1)")
                            .param(prefix)
                            .update());
            return 1;
        } catch (DuplicateKeyException e) {
            return increment(prefix).orElseThrow();
        }
    }
}
