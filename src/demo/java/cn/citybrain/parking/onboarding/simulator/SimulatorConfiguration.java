package cn.citybrain.parking.onboarding.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Clock, store and ledger of the simulator. */
@Configuration(proxyBeanMethods = false)
class SimulatorConfiguration {

    @Bean
    SimulatorClock simulatorClock() {
        return new SimulatorClock();
    }

    @Bean
    PlatformAddress platformAddress(SimulatorProperties properties) {
        return new PlatformAddress(URI.create(properties.platformUrl()));
    }

    @Bean(destroyMethod = "dispose")
    JdbcConnectionPool simulatorDatabase(SimulatorProperties properties) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(properties.database(), "sa", "");
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("simulator/schema.sql")), pool);
        return pool;
    }

    @Bean
    JdbcClient simulatorJdbc(DataSource database) {
        return JdbcClient.create(database);
    }

    @Bean
    SimulatorStore simulatorStore(JdbcClient jdbc, DataSource database, ObjectMapper json) {
        return new SimulatorStore(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)), json);
    }

    @Bean
    Ledger ledger(JdbcClient jdbc) {
        return new Ledger(jdbc);
    }
}
