package cn.citybrain.parking.onboarding.process.begin;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.application.Application;
import cn.citybrain.parking.onboarding.application.ApplicationState;
import cn.citybrain.parking.onboarding.application.InvalidFields;
import cn.citybrain.parking.onboarding.application.NotThere;
import cn.citybrain.parking.onboarding.application.life.Applications;
import cn.citybrain.parking.onboarding.application.life.Beginnings;
import cn.citybrain.parking.onboarding.application.opening.Openings;
import cn.citybrain.parking.onboarding.application.opening.Turns;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.Merchant;
import cn.citybrain.parking.onboarding.process.begin.Order.Wish;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Begins applications together with their processes: all of them or none. */
@Component
class NewApplications {

    private final Applications applications;
    private final Beginnings beginnings;
    private final Openings openings;
    private final Turns turns;
    private final ProcedureStart procedures;
    private final TransactionTemplate transaction;

    NewApplications(
            Applications applications,
            Beginnings beginnings,
            Openings openings,
            Turns turns,
            ProcedureStart procedures,
            TransactionTemplate transaction) {
        this.applications = applications;
        this.beginnings = beginnings;
        this.openings = openings;
        this.turns = turns;
        this.procedures = procedures;
        this.transaction = transaction;
    }

    /**
     * @return the numbers, in the order of the wishes
     * @throws InvalidFields naming every channel that cannot begin, and why
     * @throws NotThere if a lot or an earlier application is not the company's own
     * @throws org.springframework.dao.DuplicateKeyException if the turn is taken
     */
    List<String> begin(Actor actor, Merchant company, Order order) {
        List<String> numbers = order.applications().stream()
                .map(wish -> beginnings.number(wish.at()))
                .toList();
        transaction.executeWithoutResult(status -> begin(actor, company, order, numbers));
        return numbers;
    }

    private void begin(Actor actor, Merchant company, Order order, List<String> numbers) {
        turns.take(company.tenantId(), actor.userId(), order.turn(), order.fingerprint());
        order.applications().forEach(wish -> requireOwn(company, wish));
        requireOpen(company, order);
        for (int i = 0; i < numbers.size(); i++) {
            begin(actor, company, order.applications().get(i), numbers.get(i));
        }
        turns.begun(company.tenantId(), actor.userId(), order.turn(), numbers);
    }

    /** Starts the process of a draft that has none; without effect on one that has. */
    @Transactional
    void start(Actor actor, String no) {
        Application draft = applications.byNo(no);
        if (draft.state() == ApplicationState.DRAFT) {
            procedures.start(actor, Channel.of(draft.channel()), no);
        }
    }

    private void begin(Actor actor, Merchant company, Wish wish, String no) {
        beginnings.begin(no, wish.at(), company.tenantId(), actor.userId(), wish.lotCodes(), wish.known());
        procedures.start(actor, wish.at(), no);
    }

    private void requireOwn(Merchant company, Wish wish) {
        wish.known().ifPresent(like -> applications
                .find(like)
                .filter(earlier -> earlier.merchantId() == company.id())
                .filter(earlier -> earlier.channel().equals(wish.channel()))
                .orElseThrow(() -> new NotThere("没有找到" + wish.at().displayName() + "的申请 " + like)));
    }

    private void requireOpen(Merchant company, Order order) {
        Map<String, String> faults = new LinkedHashMap<>();
        order.applications().forEach(wish -> openings.obstacle(company, wish.at(), wish.lotCodes())
                .ifPresent(why -> faults.put(wish.channel(), wish.at().displayName() + "：" + why)));
        if (!faults.isEmpty()) {
            throw new InvalidFields("没有开始任何申请。" + String.join("；", faults.values()) + "。请改选后再试", faults);
        }
    }
}
