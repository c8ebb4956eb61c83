package cn.citybrain.parking.onboarding.process.mail;

import cn.citybrain.parking.onboarding.access.Actor;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.access.people.CurrentUser;
import cn.citybrain.parking.onboarding.merchant.Page;
import cn.citybrain.parking.onboarding.merchant.Wanted;
import cn.citybrain.parking.onboarding.notification.UndeliveredMail;
import cn.citybrain.parking.onboarding.notification.UndeliveredMails;
import cn.citybrain.parking.onboarding.process.NotVisible;
import cn.citybrain.parking.onboarding.process.StepForbidden;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.words.MailAddress;
import cn.citybrain.parking.onboarding.words.Typed;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 未送达邮件: what nobody got, and what a supervisor does about it. */
@RestController
@RequestMapping("/api/mails/undelivered")
class UndeliveredController {

    private static final int LONGEST_NOTE = 200;

    private final CurrentUser user;
    private final UndeliveredMails mails;
    private final KnownAddresses known;

    UndeliveredController(CurrentUser user, UndeliveredMails mails, KnownAddresses known) {
        this.user = user;
        this.mails = mails;
        this.known = known;
    }

    /** @param to another address of somebody who is known here, blank for the same */
    record Again(String to) {}

    /** @param note how it was dealt with, Chinese */
    record Settled(String note) {}

    @GetMapping
    Page<UndeliveredMail> list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "20") int size) {
        requireReader();
        Wanted wanted = new Wanted(q, page, size);
        return new Page<>(
                mails.find(wanted.pattern(), wanted.offset(), wanted.size()), mails.count(wanted.pattern()), wanted);
    }

    /** How many there are, for the board. */
    @GetMapping("/count")
    Map<String, Long> count() {
        requireReader();
        return Map.of("count", mails.count());
    }

    @PostMapping("/{id}/again")
    Map<String, String> again(@PathVariable long id, @RequestBody Again wish) {
        String by = requireSupervisor();
        UndeliveredMail mail = mails.byId(id).orElseThrow(NotVisible::new);
        if (!mail.sendable()) {
            throw new StepRefused("这封邮件含有一次性链接，不能原样重发。请在“人员”里再次邀请，或请本人在登录页找回密码");
        }
        String to = Typed.mail(wish.to()).isEmpty() ? mail.recipient() : Typed.mail(wish.to());
        if (!MailAddress.holds(to)) {
            throw new StepRefused("邮箱地址格式不正确，应为一个地址，如 name@example.com");
        }
        if (!to.equals(mail.recipient()) && !known.has(to)) {
            throw new StepRefused("“" + to + "”不是系统里任何人员或公司的邮箱。请先在“人员”或“主数据”里更正，再重新发送");
        }
        if (!mails.again(id, to, by)) {
            throw new StepRefused("这封邮件刚刚被处理，请刷新后再看");
        }
        return Map.of("to", to);
    }

    @PostMapping("/{id}/settled")
    void settled(@PathVariable long id, @RequestBody Settled settled) {
        String by = requireSupervisor();
        String note = Typed.lines(settled.note());
        if (note.isEmpty() || Typed.length(note) > LONGEST_NOTE) {
            throw new StepRefused("请写明怎样处理的，不超过 " + LONGEST_NOTE + " 字，例如“已电话告知”");
        }
        mails.byId(id).orElseThrow(NotVisible::new);
        if (!mails.settle(id, by, note)) {
            throw new StepRefused("这封邮件刚刚被处理，请刷新后再看");
        }
    }

    private void requireReader() {
        Actor actor = user.current();
        if (!actor.is(Role.OPS_SUPERVISOR) && !actor.is(Role.AUDITOR)) {
            throw new StepForbidden("只有运营公司主管和审计可以查看未送达的邮件");
        }
    }

    private String requireSupervisor() {
        Actor actor = user.current();
        if (!actor.is(Role.OPS_SUPERVISOR)) {
            throw new StepForbidden("只有运营公司主管可以处理未送达的邮件");
        }
        return actor.userId();
    }
}
