-- Purpose: whether an order with this number is filed.
-- Parameters: source, number. Output: one boolean. Index: orders_filed.
SELECT EXISTS (SELECT FROM intake.orders WHERE source = :source AND number = :number AND outcome = 'FILED')
