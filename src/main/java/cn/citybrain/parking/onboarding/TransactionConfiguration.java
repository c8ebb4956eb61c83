package cn.citybrain.parking.onboarding;

import org.springframework.boot.autoconfigure.transaction.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

/** How transactions keep connections to the database. */
@Configuration
class TransactionConfiguration {

    /**
     * Whoever runs without a transaction keeps no connection between two statements. By default one would be kept to the end
     * of a method that suspends its caller's transaction; those methods call channels, and a slow channel would take the
     * whole pool away from the others.
     */
    @Bean
    TransactionManagerCustomizer<AbstractPlatformTransactionManager> connectionsOnlyInTransactions() {
        return manager -> manager.setTransactionSynchronization(
                AbstractPlatformTransactionManager.SYNCHRONIZATION_ON_ACTUAL_TRANSACTION);
    }
}
