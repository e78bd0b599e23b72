package io.clientele.jobs.web;

import com.fasterxml.jackson.core.type.TypeReference;
import io.clientele.jobs.schedule.store.RowQuery;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The page of a list of runs or instances that is asked for, by offset or by cursor. */
final class Cursor {
  private static final int PAGE = 50;
  private static final int LONGEST_PAGE = 100;

  /** Nobody counts a long list to its end who reads it page by page. */
  private static final long COUNTED_AT_MOST = 10_000;

  private final Context request;

  Cursor(Context request) {
    this.request = request;
  }

  /** What a token says. */
  record Token(boolean back, List<Object> place) {
    String text() {
      try {
        byte[] json = Wire.JSON.writeValueAsBytes(this);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    static Token read(String text) {
      try {
        String json = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        return Wire.JSON.readValue(json, new TypeReference<Token>() {});
      } catch (IOException | IllegalArgumentException broken) {
        throw ApiError.badRequest("Invalid cursor token");
      }
    }
  }

  /**
   * Airflow's answer.
   *
   * @param count rows in all, counted up to a number
   */
  <T> Map<String, Object> answer(
      String name,
      Function<RowQuery.Slice, RowQuery.Page<T>> page,
      ToLongFunction<Long> count,
      Function<List<T>, List<Map<String, Object>>> shape) {
    String cursor = request.queryParam("cursor");
    int limit = Math.min(number("limit", PAGE), LONGEST_PAGE);
    Map<String, Object> answer = new LinkedHashMap<>();
    if (cursor == null) {
      RowQuery.Page<T> found = page.apply(RowQuery.Slice.at(number("offset", 0), limit));
      answer.put(name, shape.apply(found.rows()));
      answer.put("total_entries", count.applyAsLong(Long.MAX_VALUE));
      answer.put("total_entries_limit", null);
      answer.put("next_cursor", null);
      answer.put("previous_cursor", null);
      return answer;
    }
    Optional<Token> token = Optional.of(cursor).filter(text -> !text.isEmpty()).map(Token::read);
    boolean isBackward = token.filter(Token::back).isPresent();
    RowQuery.Page<T> found =
        page.apply(RowQuery.Slice.beside(token.map(Token::place), isBackward, limit));
    boolean hasNext = isBackward || found.hasMore();
    boolean hasPrevious = isBackward ? found.hasMore() : token.isPresent();
    answer.put(name, shape.apply(found.rows()));
    answer.put("total_entries", count.applyAsLong(COUNTED_AT_MOST));
    answer.put("total_entries_limit", COUNTED_AT_MOST);
    answer.put("next_cursor", hasNext ? token(found, false) : null);
    answer.put("previous_cursor", hasPrevious ? token(found, true) : null);
    return answer;
  }

  private static <T> String token(RowQuery.Page<T> page, boolean back) {
    int count = page.placed().size();
    return count == 0
        ? null
        : new Token(back, page.placed().get(back ? 0 : count - 1).place()).text();
  }

  private int number(String parameter, int fallback) {
    String text = request.queryParam(parameter);
    if (text == null) {
      return fallback;
    }
    if (!text.matches("\\d{1,9}")) {
      throw ListQuery.invalid(
          "greater_than_equal",
          parameter,
          "Input should be a whole number greater than or equal to 0",
          text);
    }
    return Integer.parseInt(text);
  }
}
