package dandori.bench;

import com.sun.management.OperatingSystemMXBean;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;

/**
 * Drives the engine on a PostgreSQL database with full history, as many clients at once as it is told to.
 *
 * <p>Arguments: the address for JDBC, the user, the folder with the models, the number of clients. Each line of input, {@code WORKLOAD
 * SECONDS}, is answered by a line of JSON: what was completed and acknowledged in that time. The program ends with its input, so that it
 * stays warm between two measurements.
 */
public final class OperatonBench {
    private record Workload(String process, int elements) {}

    private static final Map<String, Workload> WORKLOADS =
            Map.of("SEQ", new Workload("seq", 4), "CYC", new Workload("cyc", 57), "APR", new Workload("approval", 4));

    private final ProcessEngine engine;
    private final HikariDataSource database;
    private final ExecutorService clients;
    private final int clientCount;

    private OperatonBench(String url, String user, Path models, int clientCount) throws Exception {
        database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setUsername(user);
        database.setMaximumPoolSize(clientCount + 2);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setMetricsEnabled(false);
        engine = configuration.buildProcessEngine();
        for (String name : List.of("seq.bpmn", "cyc.bpmn", "approval.bpmn"))
            engine.getRepositoryService().createDeployment().addString(name, Files.readString(models.resolve(name))).deploy();
        this.clientCount = clientCount;
        clients = Executors.newFixedThreadPool(clientCount);
    }

    private void runOne(String workload, String process) {
        String instance = engine.getRuntimeService().startProcessInstanceByKey(process).getId();
        if (workload.equals("APR")) {
            String task = engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
            engine.getTaskService().complete(task, Map.of("approved", true));
        }
    }

    /** Bytes of the server's log, and statements of all its clients. */
    private double[] serverCounts() throws Exception {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_current_wal_insert_lsn() - '0/0', (SELECT sum(calls) FROM pg_stat_statements)")) {
            row.next();
            return new double[] {row.getDouble(1), row.getDouble(2)};
        }
    }

    private static double cpuSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private String measure(String name, double seconds) throws Exception {
        Workload workload = WORKLOADS.get(name);
        if (workload == null) throw new IllegalArgumentException("There is no workload '" + name + "'; there are " + WORKLOADS.keySet());
        var finished = engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(workload.process()).finished();
        var elements = engine.getHistoryService().createHistoricActivityInstanceQuery().finished();
        long finishedBefore = finished.count();
        long elementsBefore = elements.count();
        AtomicLong done = new AtomicLong();
        double[] before = serverCounts();
        double cpu = cpuSeconds();
        long begin = System.nanoTime();
        long end = begin + (long) (seconds * 1e9);
        List<Future<List<Double>>> all = new ArrayList<>();
        for (int i = 0; i < clientCount; ++i) {
            all.add(clients.submit(() -> {
                List<Double> milliseconds = new ArrayList<>();
                while (System.nanoTime() < end) {
                    long started = System.nanoTime();
                    runOne(name, workload.process());
                    milliseconds.add((System.nanoTime() - started) / 1e6);
                    done.incrementAndGet();
                }
                return milliseconds;
            }));
        }
        List<Double> milliseconds = new ArrayList<>();
        for (Future<List<Double>> each : all) milliseconds.addAll(each.get());
        double took = (System.nanoTime() - begin) / 1e9;
        double used = cpuSeconds() - cpu;
        double[] after = serverCounts();
        long found = finished.count() - finishedBefore;
        if (found != done.get()) throw new IllegalStateException(found + " instances are finished of " + done + " that were answered.");
        long ran = elements.count() - elementsBefore;
        if (ran != found * workload.elements()) throw new IllegalStateException(found + " instances ran through " + ran + " elements.");
        milliseconds.sort(null);
        return String.format(Locale.ROOT,
                "{\"workload\": \"%s\", \"instances\": %d, \"instances_per_second\": %f, \"cpu_us\": %f, \"bytes_written\": %f, "
                        + "\"statements\": %f, \"p50_ms\": %f, \"p99_ms\": %f}",
                name, found, found / took, used * 1e6 / found, (after[0] - before[0]) / found, (after[1] - before[1] - 1) / found,
                milliseconds.get(milliseconds.size() / 2), milliseconds.get(milliseconds.size() * 99 / 100));
    }

    public static void main(String[] arguments) throws Exception {
        OperatonBench bench = new OperatonBench(arguments[0], arguments[1], Path.of(arguments[2]), Integer.parseInt(arguments[3]));
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.trim().split(" ");
            System.out.println(bench.measure(words[0], Double.parseDouble(words[1])));
        }
        bench.clients.shutdown();
        bench.clients.awaitTermination(10, TimeUnit.SECONDS);
        bench.engine.close();
        bench.database.close();
    }
}
