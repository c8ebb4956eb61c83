package cn.citybrain.parking.onboarding.audit.seal;

import cn.citybrain.parking.onboarding.seal.RemovalNotices;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notices of retention, for a verification; they are sealed rows themselves. */
@Component
class RemovedRows implements RemovalNotices {

    private final JdbcClient jdbc;

    RemovedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> noticed(String table, Collection<String> keys) {
        return jdbc
                .sql("SELECT row_key FROM removed_row WHERE table_name = :table AND row_key IN (:keys)")
                .param("table", table)
                .param("keys", keys)
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.toSet());
    }
}
