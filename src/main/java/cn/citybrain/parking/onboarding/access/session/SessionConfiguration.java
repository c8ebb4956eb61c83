package cn.citybrain.parking.onboarding.access.session;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.SessionRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Spring Session's filter, with rows for sessions. */
@Configuration
@EnableSpringHttpSession
@EnableConfigurationProperties(SessionLimits.class)
class SessionConfiguration {

    private static final String NO_SCHEDULE = Scheduled.CRON_DISABLED;

    @Bean
    SessionRepository<?> sessionRepository(
            DataSource database, PlatformTransactionManager transactions, LooksOfCall looks, SessionLimits limits, Clock clock) {
        return kept(rows(new JdbcTemplate(database), transactions), looks, limits, clock);
    }

    private static <S extends org.springframework.session.Session> SessionRepository<?> kept(
            SessionRepository<S> rows, LooksOfCall looks, SessionLimits limits, Clock clock) {
        return new KeptSessions<>(rows, looks, limits, clock);
    }

    /** Made before the tables are: it asks nothing of the database yet. */
    private static SessionRepository<?> rows(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        TransactionTemplate own = new TransactionTemplate(transactions);
        own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        JdbcIndexedSessionRepository rows = new JdbcIndexedSessionRepository(jdbc, own);
        rows.setConversionService(text());
        rows.setCleanupCron(NO_SCHEDULE);
        rows.afterPropertiesSet();
        // Spring Session's own spares those that never end
        rows.setDeleteSessionQuery("DELETE FROM spring_session WHERE session_id = ?");
        return rows;
    }

    private static ConversionService text() {
        GenericConversionService text = new GenericConversionService();
        text.addConverter(Object.class, byte[].class, value -> ((String) value).getBytes(StandardCharsets.UTF_8));
        text.addConverter(byte[].class, Object.class, bytes -> new String(bytes, StandardCharsets.UTF_8));
        return text;
    }
}
