package cn.citybrain.parking.onboarding.merchant;

import cn.citybrain.parking.onboarding.merchant.LotWord.Kind;
import cn.citybrain.parking.onboarding.sql.SqlTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was said and done about lots that their channel refused: appended, never changed. */
@Component
public class LotRefusals {

    /** The channel as the one who spoke. */
    public static final String CHANNEL = "channel";

    private static final int LONGEST = 1000;
    private static final Set<Kind> OPEN = EnumSet.of(Kind.REFUSED, Kind.ASKED, Kind.RETURNED);

    private final JdbcClient jdbc;
    private final Clock clock;

    LotRefusals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Oldest first. */
    public List<LotWord> of(long bindingId) {
        return jdbc.sql("SELECT * FROM lot_refusal WHERE binding_id = ? ORDER BY id")
                .param(bindingId)
                .query(LotRefusals::word)
                .list();
    }

    private static LotWord word(ResultSet row, int n) throws SQLException {
        return new LotWord(
                Kind.valueOf(row.getString("kind")),
                row.getString("party"),
                row.getString("actor"),
                row.getString("text"),
                SqlTime.read(row, "at"));
    }

    /** By binding, for those that are refused now: what was said since the channel refused the lot, oldest first. */
    public Map<Long, List<LotWord>> openOf(Collection<Long> bindingIds) {
        Map<Long, List<LotWord>> said = new HashMap<>();
        if (!bindingIds.isEmpty()) {
            jdbc.sql("SELECT * FROM lot_refusal WHERE binding_id IN (:ids) ORDER BY id")
                    .param("ids", bindingIds)
                    .query((row, n) -> said.computeIfAbsent(row.getLong("binding_id"), id -> new ArrayList<>())
                            .add(word(row, n)))
                    .list();
        }
        said.replaceAll((id, words) -> sinceRefused(words));
        said.values().removeIf(List::isEmpty);
        return said;
    }

    /** What was said since the channel refused the lot, oldest first; empty when it is not refused now. */
    public List<LotWord> open(long bindingId) {
        return sinceRefused(of(bindingId));
    }

    private static List<LotWord> sinceRefused(List<LotWord> said) {
        boolean refused =
                latest(said).filter(word -> OPEN.contains(word.kind())).isPresent();
        int from = 0;
        for (int i = 0; i < said.size(); i++) {
            from = said.get(i).kind() == Kind.REFUSED ? i : from;
        }
        return refused ? said.subList(from, said.size()) : List.of();
    }

    /** With whom a refused lot is, and since when; empty when it is not refused now. */
    public Optional<LotWord> stands(long bindingId) {
        return latest(open(bindingId));
    }

    private static Optional<LotWord> latest(List<LotWord> said) {
        return said.stream().filter(word -> word.kind() != Kind.NOTE).reduce((earlier, later) -> later);
    }

    /** The channel refused the lot. Without effect while it is refused. */
    @Transactional
    public void refused(long bindingId, String channel, String reason) {
        if (stands(bindingId).isEmpty()) {
            add(bindingId, Kind.REFUSED, CHANNEL, channel, reason);
        }
    }

    /** @param party code of the role in which the person speaks */
    @Transactional
    public void add(long bindingId, Kind kind, String party, String actor, String text) {
        jdbc.sql("INSERT INTO lot_refusal (binding_id, kind, party, actor, text, at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(bindingId, kind.name(), party, actor)
                .params(text.length() > LONGEST ? text.substring(0, LONGEST) : text, SqlTime.of(clock.instant()))
                .update();
    }
}
