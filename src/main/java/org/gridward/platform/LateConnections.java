package org.gridward.platform;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Takes a connection from the pool at its first use, not when a transaction begins: a transaction that is still thinking,
 * or that never asks the database anything, keeps none.
 */
final class LateConnections extends DelegatingDataSource {

    LateConnections(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                LateConnections.class.getClassLoader(), new Class<?>[] {Connection.class}, new Late(pool()));
    }

    DataSource pool() {
        return obtainTargetDataSource();
    }

    /** Whether the connection is one of these and was never used. */
    static boolean isUnused(Connection connection) {
        return Proxy.isProxyClass(connection.getClass())
                && Proxy.getInvocationHandler(connection) instanceof Late late
                && late.target == null;
    }

    private static final class Late implements InvocationHandler {

        private final DataSource pool;
        private Connection target;
        private boolean closed;
        private boolean autoCommit = true;
        private boolean readOnly;
        private Integer isolation;

        Late(DataSource pool) {
            this.pool = pool;
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] values) throws Throwable {
            switch (method.getName()) {
                case "equals":
                    return proxy == values[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                default:
            }
            if (target == null && !needsTarget(method)) {
                return withoutTarget(method.getName(), values);
            }
            try {
                return method.invoke(target(), values);
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        }

        private static boolean needsTarget(Method method) {
            return switch (method.getName()) {
                case "setAutoCommit",
                        "getAutoCommit",
                        "setReadOnly",
                        "isReadOnly",
                        "setTransactionIsolation",
                        "commit",
                        "rollback",
                        "close",
                        "isClosed",
                        "clearWarnings",
                        "toString" -> method.getName().equals("rollback") && method.getParameterCount() > 0;
                default -> true;
            };
        }

        private Object withoutTarget(String name, Object[] values) {
            switch (name) {
                case "setAutoCommit":
                    autoCommit = (Boolean) values[0];
                    return null;
                case "getAutoCommit":
                    return autoCommit;
                case "setReadOnly":
                    readOnly = (Boolean) values[0];
                    return null;
                case "isReadOnly":
                    return readOnly;
                case "setTransactionIsolation":
                    isolation = (Integer) values[0];
                    return null;
                case "close":
                    closed = true;
                    return null;
                case "isClosed":
                    return closed;
                case "toString":
                    return "a connection that was not needed yet";
                default:
                    return null;
            }
        }

        private Connection target() throws SQLException {
            if (target == null) {
                if (closed) {
                    throw new SQLException("This connection is closed");
                }
                Connection taken = pool.getConnection();
                taken.setReadOnly(readOnly);
                if (isolation != null) {
                    taken.setTransactionIsolation(isolation);
                }
                taken.setAutoCommit(autoCommit);
                target = taken;
            }
            return target;
        }
    }
}
