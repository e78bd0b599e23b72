package io.clientele.jobs.web;

import io.clientele.jobs.schedule.engine.ConflictException;
import io.clientele.jobs.schedule.engine.DagBag;
import io.clientele.jobs.schedule.engine.SchedulerSettings;
import io.clientele.jobs.schedule.engine.UnknownException;
import io.clientele.jobs.schedule.store.SchedulerStore;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.JavalinDefaultRouting;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The REST interface of a scheduler, on an address of this machine. */
public final class ApiServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ApiServer.class);

  /** What may be asked without a token, as in Airflow. */
  private static final Set<String> OPEN =
      Set.of("/auth/token", "/api/v2/version", "/api/v2/monitor/health");

  private final Javalin server;

  private ApiServer(Javalin server) {
    this.server = server;
  }

  /** Starts to listen. */
  public static ApiServer start(
      SchedulerStore store,
      DagBag bag,
      SchedulerSettings scheduler,
      ApiSettings settings,
      Clock clock) {
    Engine engine = Engine.of(store, bag, scheduler, clock);
    Tokens tokens = new Tokens(settings, clock);
    Javalin server =
        Javalin.create(
            config -> {
              config.showJavalinBanner = false;
              config.router.mount(router -> routes(router, engine, tokens));
            });
    server.start(settings.host(), settings.port());
    return new ApiServer(server);
  }

  /** The port it listens on. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void routes(JavalinDefaultRouting routes, Engine engine, Tokens tokens) {
    routes.before(request -> authenticate(request, tokens));
    routes.post("/auth/token", request -> Answers.json(request, 201, token(request, tokens)));
    new StateRoutes(engine).add(routes);
    new DagRoutes(engine).add(routes);
    new RunRoutes(engine).add(routes);
    new TaskRoutes(engine).add(routes);
    new LogRoutes(engine).add(routes);
    new BackfillRoutes(engine).add(routes);
    routes.exception(ApiError.class, (error, request) -> Answers.error(request, error));
    routes.exception(
        UnknownException.class,
        (error, request) -> Answers.error(request, ApiError.notFound(error.getMessage())));
    routes.exception(
        ConflictException.class,
        (error, request) -> Answers.error(request, ApiError.conflict(error.getMessage())));
    routes.exception(
        IllegalArgumentException.class,
        (error, request) -> Answers.error(request, ApiError.badRequest(error.getMessage())));
    routes.exception(
        HttpResponseException.class,
        (error, request) ->
            Answers.error(request, new ApiError(error.getStatus(), error.getMessage())));
    routes.exception(Exception.class, ApiServer::failed);
  }

  private static void failed(Exception error, Context request) {
    LOG.error("cannot answer {} {}", request.method(), request.path(), error);
    Answers.error(request, new ApiError(500, "Internal Server Error"));
  }

  private static void authenticate(Context request, Tokens tokens) {
    if (!OPEN.contains(request.path())) {
      request.attribute("user", tokens.user(request.header("Authorization")));
    }
  }

  private static Map<String, Object> token(Context request, Tokens tokens) {
    Body body =
        Body.read(
            request.body(),
            Map.of("username", Body.Kind.TEXT, "password", Body.Kind.TEXT),
            "username",
            "password");
    for (String key : List.of("username", "password")) {
      if (body.text(key).isEmpty()) {
        throw ApiError.unprocessable(
            List.of(
                ApiError.invalid(
                    "string_type", List.of("body", key), "Input should be a string", null)));
      }
    }
    return Map.of(
        "access_token",
        tokens.issue(body.text("username").orElseThrow(), body.text("password").orElseThrow()));
  }
}
