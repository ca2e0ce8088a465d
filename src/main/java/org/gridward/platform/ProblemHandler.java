package org.gridward.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns every failure into problem+json: never a stack trace, never an HTML page. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemHandler {

    private static final Logger log = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler(Problem.class)
    ResponseEntity<Map<String, Object>> problem(Problem problem) {
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(problem.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 429) {
            answer.header(HttpHeaders.RETRY_AFTER, "60");
        }
        if (problem.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(ProblemBody.of(problem));
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ResponseEntity<Map<String, Object>> unreadable(HttpMessageNotReadableException failure) {
        return problem(Unreadable.problemOf(failure));
    }

    @ExceptionHandler(MissingServletRequestParameterException.class)
    ResponseEntity<Map<String, Object>> missing(MissingServletRequestParameterException failure) {
        return problem(Problem.unreadable(
                        "missing-parameter", "The parameter '" + failure.getParameterName() + "' is missing; add it.")
                .with("/" + failure.getParameterName(), Fault.MISSING, "missing"));
    }

    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ResponseEntity<Map<String, Object>> mismatch(MethodArgumentTypeMismatchException failure) {
        String type = failure.getRequiredType() == null
                ? "the expected form"
                : failure.getRequiredType().getSimpleName();
        return problem(Problem.unreadable(
                        "unreadable-parameter",
                        "The parameter '" + failure.getName() + "' has the value '" + failure.getValue()
                                + "', which cannot be read as " + type + ".")
                .with("/" + failure.getName(), Fault.UNREADABLE, "not a " + type));
    }

    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotGetJdbcConnectionException.class,
        CannotCreateTransactionException.class,
        TransientDataAccessException.class
    })
    ResponseEntity<Map<String, Object>> databaseAway(Exception failure, HttpServletRequest request) {
        log.warn("Database away during {} {}: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        return problem(databaseAway());
    }

    @ExceptionHandler(DataIntegrityViolationException.class)
    ResponseEntity<Map<String, Object>> refusedByTheStore(
            DataIntegrityViolationException failure, HttpServletRequest request) {
        log.warn("Store refused {} {}: {}", request.getMethod(), request.getRequestURI(), failure.toString());
        if (isDataException(failure)) {
            return problem(Problem.unprocessable(
                    "value-not-storable",
                    "The request holds a value that cannot be stored or looked for: leave out the character U+0000,"
                            + " times outside the years 1 to 9999, and numbers beyond every measure."));
        }
        return problem(Problem.conflict(
                "refused-by-the-store", "The store refused this change because a rule of its own forbids it."));
    }

    /** SQLSTATE class 22: the value itself is wrong, whatever is stored. */
    private static boolean isDataException(DataIntegrityViolationException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && cause.getSQLState() != null
                && cause.getSQLState().startsWith("22");
    }

    @ExceptionHandler(BindException.class)
    ResponseEntity<Map<String, Object>> unbound(BindException failure) {
        Problem problem = Problem.unreadable(
                "unreadable-parameter",
                failure.getFieldErrors().stream()
                        .map(error -> "The parameter '" + error.getField() + "' has the value '"
                                + error.getRejectedValue() + "', which cannot be read.")
                        .collect(Collectors.joining(" ")));
        failure.getFieldErrors()
                .forEach(error -> problem.with("/" + error.getField(), Fault.UNREADABLE, "cannot be read"));
        return problem(problem);
    }

    /** A query or form whose percent signs encode nothing. */
    @ExceptionHandler(InvalidParameterException.class)
    ResponseEntity<Map<String, Object>> undecodable(InvalidParameterException failure) {
        return problem(Problem.unreadable(
                "unreadable-parameter",
                "A parameter cannot be decoded: write a percent sign as %25, and every other character in UTF-8."));
    }

    @ExceptionHandler(NoResourceFoundException.class)
    ResponseEntity<Map<String, Object>> nothingThere(NoResourceFoundException failure, HttpServletRequest request) {
        return problem(Problem.notFound(
                "no-such-address",
                "There is nothing at " + request.getRequestURI() + "; /v3/api-docs lists what there is."));
    }

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void clientLeft(AsyncRequestNotUsableException gone) {
        log.debug("Client left: {}", gone.toString());
    }

    @ExceptionHandler(Exception.class)
    ResponseEntity<Map<String, Object>> anything(Exception failure, HttpServletRequest request) throws Exception {
        if (failure.getClass().getName().startsWith("org.springframework.security.")) {
            throw failure;
        }
        if (DatabaseAway.isCauseOf(failure)) {
            return databaseAway(failure, request);
        }
        if (failure instanceof ErrorResponse known) {
            HttpStatusCode status = known.getStatusCode();
            Map<String, Object> body = ProblemBody.of(Problem.unreadable(
                    "http-" + status.value(),
                    known.getBody().getDetail() == null
                            ? "Refused."
                            : known.getBody().getDetail()));
            body.put("status", status.value());
            body.put("title", known.getBody().getTitle());
            return ResponseEntity.status(status)
                    .headers(known.getHeaders())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(body);
        }
        log.error("Unexpected failure of {} {}", request.getMethod(), request.getRequestURI(), failure);
        Map<String, Object> body = ProblemBody.of(Problem.unavailable(
                "unexpected", "An unexpected failure; nothing was changed. The server's log has its cause."));
        body.put("status", 500);
        body.put("title", "Unexpected failure");
        return ResponseEntity.status(500)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }

    private static Problem databaseAway() {
        return Problem.unavailable(
                "database-away", "The database is away. Nothing was half done; send the same request again shortly.");
    }
}
