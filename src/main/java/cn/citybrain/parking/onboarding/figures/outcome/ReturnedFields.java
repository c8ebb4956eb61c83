package cn.citybrain.parking.onboarding.figures.outcome;

import cn.citybrain.parking.onboarding.application.register.FieldNames;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.figures.count.Scope;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts remarks on fields. What is asked for each lot anew is one field. One statement. */
@Component
public class ReturnedFields {

    private static final String SQL = "SELECT a.channel, r.field_key,"
            + " sum(CASE WHEN r.source = 'REVIEWER' THEN 1 ELSE 0 END) AS by_reviewers,"
            + " sum(CASE WHEN r.source = 'CHANNEL' THEN 1 ELSE 0 END) AS by_channel"
            + " FROM field_remark r JOIN application a ON a.no = r.application_no"
            + " WHERE r.created_at >= :since AND %s GROUP BY a.channel, r.field_key";

    private final JdbcClient jdbc;
    private final FieldNames names;

    ReturnedFields(JdbcClient jdbc, FieldNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** Most frequent first. */
    public List<ReturnedField> since(Instant since, Scope scope) {
        return jdbc
                .sql(SQL.formatted(scope.where("a.tenant_id")))
                .params(scope.values())
                .param("since", SqlTime.of(since))
                .query((row, n) -> {
                    Channel channel = Channel.of(row.getString("channel"));
                    return new ReturnedField(
                            channel.code(),
                            channel.displayName(),
                            names.of(channel, row.getString("field_key")),
                            row.getLong("by_reviewers"),
                            row.getLong("by_channel"));
                })
                .list()
                .stream()
                .collect(Collectors.groupingBy(field -> List.of(field.channel(), field.field())))
                .values()
                .stream()
                .map(ReturnedFields::together)
                .sorted(Comparator.comparingLong(ReturnedField::all)
                        .reversed()
                        .thenComparing(InOrder.of(ReturnedField::channel))
                        .thenComparing(ReturnedField::field))
                .toList();
    }

    private static ReturnedField together(List<ReturnedField> same) {
        ReturnedField one = same.get(0);
        return new ReturnedField(
                one.channel(),
                one.channelName(),
                one.field(),
                same.stream().mapToLong(ReturnedField::byReviewers).sum(),
                same.stream().mapToLong(ReturnedField::byChannel).sum());
    }
}
