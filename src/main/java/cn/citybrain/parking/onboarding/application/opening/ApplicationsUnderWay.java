package cn.citybrain.parking.onboarding.application.opening;

import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.register.AccountGroup;
import cn.citybrain.parking.onboarding.application.register.ReceivingAccountList;
import cn.citybrain.parking.onboarding.merchant.Reach;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What a company has begun already: whoever begins once more is to know. */
@Component
public class ApplicationsUnderWay {

    private final ReceivingAccountList list;

    ApplicationsUnderWay(ReceivingAccountList list) {
        this.list = list;
    }

    /**
     * @param draft whether nothing of it was submitted yet
     * @param started whether its process has begun
     */
    public record UnderWay(
            String no,
            String channel,
            ApplicationState state,
            String stateText,
            boolean draft,
            boolean started,
            Instant begunAt) {}

    /** The newest hundred drafts and the newest hundred others of a company; nobody reads more. */
    public List<UnderWay> of(String tenantId) {
        return Stream.of(AccountGroup.DRAFT, AccountGroup.RUNNING)
                .flatMap(group -> list.find(filter(tenantId, group), new Wanted("", 1, Wanted.LARGEST)).rows().stream())
                .map(ApplicationsUnderWay::underWay)
                .toList();
    }

    private static ReceivingAccountList.Filter filter(String tenantId, AccountGroup group) {
        return new ReceivingAccountList.Filter(new Reach(false, Set.of(tenantId), Set.of()), true, Optional.of(group));
    }

    private static UnderWay underWay(ReceivingAccountList.Row row) {
        return new UnderWay(
                row.application().no(),
                row.application().channel(),
                row.application().state(),
                row.application().state().title(),
                row.application().isDraft(),
                row.started(),
                row.begunAt());
    }
}
