package cn.citybrain.parking.onboarding.process.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import cn.citybrain.parking.onboarding.OnboardingTest;
import cn.citybrain.parking.onboarding.access.Role;
import cn.citybrain.parking.onboarding.channel.Channel;
import cn.citybrain.parking.onboarding.merchant.LotBinding;
import cn.citybrain.parking.onboarding.process.ProcessBench;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Every open task is one row of ours, which says what the engine says, whatever was done to the task. */
@OnboardingTest
class OpenTasksTest {

    @Autowired
    ApplicationContext app;

    @Autowired
    OpenTasks open;

    @Autowired
    OpenTaskTable table;

    @Autowired
    OpenTaskAlignment alignment;

    @Autowired
    TransactionTemplate transaction;

    private ProcessBench bench;

    @BeforeEach
    void set() {
        bench = new ProcessBench(app);
        alignment.align(); // tests before may have taken tasks away behind the engine's back
    }

    @AfterEach
    void close() {
        bench.close();
        assertThat(table.astray()).as("after everything was deleted").isEmpty();
    }

    @Test
    void knowsWhatATaskIsAboutAndWhoseItIs() {
        String no = bench.apply();

        OpenTask review = only(no);
        Task task = bench.task(no, "userTask_review");
        assertThat(review)
                .isEqualTo(new OpenTask(
                        task.getId(),
                        "受理",
                        "userTask_review",
                        "acceptance",
                        task.getProcessInstanceId(),
                        no,
                        bench.merchant.tenantId(),
                        Channel.WECHATPAY.code(),
                        null,
                        null,
                        Role.OPS_REVIEWER.group(),
                        null,
                        task.getCreateTime().toInstant(),
                        task.getDueDate().toInstant(),
                        false));
        assertThat(review.role()).contains(Role.OPS_REVIEWER);
    }

    @Test
    void followsWhoHasItWhenItIsDueAndWhoMayHaveIt() {
        String no = bench.apply();
        String id = only(no).id();
        Date later = new Date(bench.clock.millis() + Duration.ofDays(9).toMillis());

        bench.tasks.claim(id, "reviewer");
        assertThat(only(no).assignee()).isEqualTo("reviewer");
        bench.tasks.setAssignee(id, "reviewer2");
        assertThat(only(no).assignee()).isEqualTo("reviewer2");
        bench.tasks.setDueDate(id, later);
        assertThat(only(no).dueAt()).isEqualTo(later.toInstant());
        bench.tasks.setName(id, "受理（换名）");
        assertThat(only(no).name()).isEqualTo("受理（换名）");
        bench.tasks.deleteCandidateGroup(id, Role.OPS_REVIEWER.group());
        bench.tasks.addCandidateGroup(id, Role.OPS_SUPERVISOR.group());
        assertThat(only(no).group()).isEqualTo(Role.OPS_SUPERVISOR.group());
        bench.tasks.setAssignee(id, null);
        assertThat(only(no).assignee()).isNull();
    }

    @Test
    void knowsThatWhatWasReturnedIsBack() {
        String no = bench.apply();
        bench.giveBack(no, "storeName", "请核对");
        assertThat(only(no).definitionKey()).isEqualTo("userTask_correct");
        assertThat(only(no).corrected()).isFalse();

        bench.correct(no);

        assertThat(only(no).definitionKey()).isEqualTo("userTask_review");
        assertThat(only(no).corrected()).isTrue();
    }

    @Test
    void saysOfALotsTaskWhichLotItIsAbout() {
        String no = bench.opened();
        bench.bind(no, 2);
        bench.worker.runOnce();

        List<LotBinding> lots = bench.bindings.ofApplication(no);
        assertThat(open.ofApplications(List.of(no)))
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.definitionKey()).isEqualTo("userTask_prepareInterface"))
                .extracting(OpenTask::bindingId, OpenTask::lotCode)
                .containsExactlyInAnyOrderElementsOf(lots.stream()
                        .map(lot -> org.assertj.core.groups.Tuple.tuple(lot.id(), lot.lotCode()))
                        .toList());
        assertThat(open.ofBindings(List.of(lots.get(0).id()))).hasSize(1);
    }

    @Test
    void endsWithTheTaskWhateverEndsIt() {
        String withdrawn = bench.apply();
        String deleted = bench.apply();
        String undone = bench.apply();

        bench.withdrawals.application(withdrawn, "operator-test", "不再接入");
        bench.runtime.deleteProcessInstance(root(deleted), "test", true);
        transaction.executeWithoutResult(status -> {
            bench.runtime.deleteProcessInstance(root(undone), "test", true);
            status.setRollbackOnly();
        });

        assertThat(open.ofApplications(List.of(withdrawn, deleted))).isEmpty();
        assertThat(only(undone).name()).isEqualTo("受理");
    }

    @Test
    void agreesWithTheEngineAfterARandomPlay() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 4; i++) {
            bench.apply();
        }
        for (int turn = 0; turn < 60; turn++) {
            List<Task> tasks = bench.tasks.createTaskQuery().active().list();
            if (tasks.isEmpty()) {
                bench.apply();
            } else {
                play(random, tasks.get(random.nextInt(tasks.size())));
            }
            assertThat(table.astray()).as("turn %d of seed %d", turn, seed).isEmpty();
        }
        assertThat(bench.jdbc
                        .sql("SELECT count(*) FROM open_task")
                        .query(Long.class)
                        .single())
                .isEqualTo(bench.tasks.createTaskQuery().count());
    }

    private void play(Random random, Task task) {
        String no = bench.runtime
                .createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        switch (random.nextInt(9)) {
            case 0 -> bench.tasks.setAssignee(task.getId(), "reviewer");
            case 1 -> bench.tasks.setAssignee(task.getId(), null);
            case 2 -> bench.tasks.setDueDate(task.getId(), new Date(bench.clock.millis() + random.nextInt()));
            case 3 -> bench.tasks.addCandidateGroup(task.getId(), "vendor-zhilian");
            case 4 -> bench.tasks.deleteCandidateGroup(task.getId(), "vendor-zhilian");
            case 5 -> bench.withdrawals.application(no, "operator-test", "不再接入");
            case 6 -> bench.apply();
            default -> goOn(random, no, task.getTaskDefinitionKey());
        }
    }

    private void goOn(Random random, String no, String step) {
        if (step.equals("userTask_correct")) {
            bench.correct(no);
        } else if (step.equals("userTask_review") && random.nextBoolean()) {
            bench.giveBack(no, "storeName", "请核对");
        } else if (step.equals("userTask_review")) {
            bench.accept(no);
        }
    }

    @Test
    void bringsIntoStepWhatAVersionBeforeWroteOrABackupBrought() {
        String lost = bench.apply();
        String wrong = bench.apply();
        bench.jdbc
                .sql("DELETE FROM open_task WHERE application_no = ?")
                .param(lost)
                .update();
        bench.jdbc
                .sql("UPDATE open_task SET assignee = 'nobody' WHERE application_no = ?")
                .param(wrong)
                .update();
        bench.jdbc
                .sql("INSERT INTO open_task (task_id, name, definition_key, process_key, process_instance_id,"
                        + " created_at) VALUES ('gone', 'x', 'x', 'x', 'x', CURRENT_TIMESTAMP)")
                .update();

        assertThat(alignment.align()).isEqualTo(3);

        assertThat(only(lost).name()).isEqualTo("受理");
        assertThat(only(wrong).assignee()).isNull();
        assertThat(alignment.align()).isZero();
    }

    private OpenTask only(String no) {
        List<OpenTask> tasks = new ArrayList<>(open.ofApplications(List.of(no)));
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private String root(String no) {
        return bench.runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(no)
                .rootProcessInstances()
                .singleResult()
                .getId();
    }
}
