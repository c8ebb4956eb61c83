package cn.citybrain.parking.onboarding.parking;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs work that looks before it inserts in a transaction of its own, and again when somebody else inserted in between:
 * the second time it finds the row.
 */
@Component
public class Retrying {

    private static final int ATTEMPTS = 5;

    private final TransactionTemplate transaction;

    Retrying(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    public <T> T inTransaction(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.execute(status -> work.get());
            } catch (DuplicateKeyException | ConcurrencyFailureException e) {
                giveUpAfter(attempt, e);
            }
        }
    }

    private static void giveUpAfter(int attempt, DataAccessException e) {
        if (attempt == ATTEMPTS) {
            throw e;
        }
    }
}
