package cn.citybrain.parking.onboarding.process.handover;

import cn.citybrain.parking.onboarding.process.EngineRights;
import cn.citybrain.parking.onboarding.process.StepRefused;
import cn.citybrain.parking.onboarding.words.Typed;
import java.time.Instant;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a task to somebody else: engine, story and mail in one transaction. Who may is the caller's to ask. */
@Component
public class HandOvers {

    private static final int LONGEST_WORD = 200;

    private final TaskService tasks;
    private final EngineRights rights;
    private final HandOverTable table;
    private final HandOverMails mails;

    HandOvers(TaskService tasks, EngineRights rights, HandOverTable table, HandOverMails mails) {
        this.tasks = tasks;
        this.rights = rights;
        this.table = table;
        this.mails = mails;
    }

    /**
     * Tells who gets it by mail.
     *
     * @param due by when it is to be done; may be null
     */
    @Transactional
    public void tell(Task task, HandOver move, Instant due) {
        long id = give(task, move);
        rights.own(() -> {
            mails.handed(id, task, move, due);
            return null;
        });
    }

    /** Without a mail: to whom it goes knows it. Returns the id of the row. */
    @Transactional
    public long give(Task task, HandOver move) {
        return rights.own(() -> {
            tasks.setAssignee(task.getId(), move.to());
            return table.add(task, move);
        });
    }

    /** @throws StepRefused unless it says something, and not too much */
    public static String word(String typed) {
        String word = Typed.lines(typed);
        if (word.isEmpty() || Typed.length(word) > LONGEST_WORD) {
            throw new StepRefused("请写一句转交的原因或交代，不超过 " + LONGEST_WORD + " 字");
        }
        return word;
    }
}
