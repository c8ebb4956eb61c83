package cn.citybrain.parking.onboarding.channel;

import cn.citybrain.parking.onboarding.encryption.TestCipher;
import java.time.Clock;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** References in a table of their own, for tests without the application. */
public final class TestReferences {

    private TestReferences() {}

    public static ChannelReferences create(Clock clock) {
        JdbcConnectionPool database = JdbcConnectionPool.create(
                "jdbc:h2:mem:references-" + System.nanoTime() + ";DB_CLOSE_DELAY=-1", "sa", "");
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("CREATE TABLE channel_reference (channel VARCHAR(32) NOT NULL, subject VARCHAR(64) NOT NULL,"
                        + " name VARCHAR(64) NOT NULL, content TEXT NOT NULL,"
                        + " written_at TIMESTAMP WITH TIME ZONE NOT NULL, PRIMARY KEY (channel, subject, name))")
                .update();
        return new ChannelReferences(jdbc, TestCipher.create(), clock, new JdbcTransactionManager(database));
    }
}
