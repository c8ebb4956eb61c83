package cn.citybrain.parking.onboarding.access.absence;

import cn.citybrain.parking.onboarding.access.account.Account;
import cn.citybrain.parking.onboarding.access.account.AccountList;
import cn.citybrain.parking.onboarding.access.account.CompanyPeople;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What stands in the way of a wish, in Chinese, by field; empty if nothing does. */
@Component
class WishChecks {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_DAYS = 92;
    private static final int AHEAD_DAYS = 366;

    private final AccountList accounts;
    private final Peers peers;
    private final StandInTable table;
    private final CompanyPeople people;

    WishChecks(AccountList accounts, Peers peers, StandInTable table, CompanyPeople people) {
        this.accounts = accounts;
        this.peers = peers;
        this.table = table;
        this.people = people;
    }

    Map<String, String> faults(Account absent, Wish wish, LocalDate today) {
        Map<String, String> faults = new LinkedHashMap<>();
        deputy(absent, wish).ifPresent(fault -> faults.put("deputy", fault));
        days(wish, today, faults);
        reason(wish).ifPresent(fault -> faults.put("reason", fault));
        if (faults.isEmpty()) {
            others(absent.userId(), wish).ifPresent(fault -> faults.put("deputy", fault));
        }
        return faults;
    }

    private Optional<String> deputy(Account absent, Wish wish) {
        if (wish.deputy().isEmpty()) {
            return Optional.of("请选择由谁代办");
        }
        if (wish.deputy().equals(absent.userId())) {
            return Optional.of("本人不能为自己代办，请选择另一位同事");
        }
        boolean fits = accounts.byId(wish.deputy())
                .filter(deputy -> peers.are(absent, deputy))
                .isPresent();
        return fits
                ? Optional.empty()
                : Optional.of("不能由“" + Typed.first(wish.deputy(), 64) + "”代办：须是同一角色、同一公司、账号正常的同事，请从列表里选择");
    }

    private static void days(Wish wish, LocalDate today, Map<String, String> faults) {
        LocalDate from = wish.first().orElse(null);
        LocalDate until = wish.last().orElse(null);
        if (from == null) {
            faults.put("from", "请填写开始日期，如 " + today);
        } else if (from.isBefore(today) || from.isAfter(today.plusDays(AHEAD_DAYS))) {
            faults.put("from", "开始日期须在今天（" + today + "）起的一年以内");
        }
        if (until == null) {
            faults.put("until", "请填写结束日期，如 " + today);
        } else if (from != null && until.isBefore(from)) {
            faults.put("until", "结束日期不能早于开始日期");
        } else if (from != null && until.isAfter(from.plusDays(LONGEST_DAYS - 1L))) {
            faults.put("until", "一次代办最长 " + LONGEST_DAYS + " 天，请把结束日期提前");
        }
    }

    private static Optional<String> reason(Wish wish) {
        return Typed.length(wish.reason()) > LONGEST_REASON
                ? Optional.of("原因不超过 " + LONGEST_REASON + " 字")
                : Optional.empty();
    }

    /** One who is away does nobody's tasks: so there are no chains, and no circles. */
    private Optional<String> others(String absent, Wish wish) {
        String deputy = wish.deputy();
        List<StandIn> others = table.within(
                Set.of(absent, deputy), wish.first().orElseThrow(), wish.last().orElseThrow());
        return others.stream()
                .filter(other ->
                        !other.deputy().equals(deputy) || other.absent().equals(absent))
                .findFirst()
                .map(other -> sentence(other, absent, deputy));
    }

    private String sentence(StandIn other, String absent, String deputy) {
        Map<String, String> names = people.names(List.of(absent, deputy, other.absent(), other.deputy()));
        if (other.absent().equals(absent)) {
            return "%s在 %s 已经由%s代办，日期有重叠。请改日期，或先结束那一次"
                    .formatted(names.get(absent), other.days(), names.get(other.deputy()));
        }
        if (other.absent().equals(deputy) && other.deputy().equals(absent)) {
            return "%s在 %s 由%s代办，两人不能互相代办。请选择别的同事".formatted(names.get(deputy), other.days(), names.get(absent));
        }
        return other.absent().equals(deputy)
                ? "%s在 %s 自己也不在，由%s代办。请选择别的同事".formatted(names.get(deputy), other.days(), names.get(other.deputy()))
                : "%s在 %s 正为%s代办，请先为%s另行安排"
                        .formatted(
                                names.get(absent), other.days(), names.get(other.absent()), names.get(other.absent()));
    }
}
