-- The departments and bodies beyond the grids' teams that may be called, whistled for or handed to, in two times.

CREATE TABLE responsibility.departments (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code           text NOT NULL CHECK (code ~ '^[a-z][a-z0-9_]{1,62}$'),
    name_zh        text NOT NULL CHECK (length(name_zh) BETWEEN 1 AND 200),
    name_en        text NOT NULL CHECK (length(name_en) BETWEEN 1 AND 200),
    kind           text NOT NULL CHECK (kind IN ('DEPARTMENT', 'STATION', 'CENTRE', 'UTILITY', 'COMPANY', 'ORGANISATION')),
    external       boolean NOT NULL,
    phone          text CHECK (length(phone) BETWEEN 1 AND 40),
    mail           text CHECK (mail ~ '^[^@[:space:]]{1,64}@[^@[:space:]]{1,190}$'),
    arrive_minutes integer NOT NULL CHECK (arrive_minutes BETWEEN 1 AND 10080),
    valid          tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(valid)),
    known          tstzrange NOT NULL DEFAULT tstzrange('-infinity', 'infinity') CHECK (NOT isempty(known)),
    EXCLUDE USING gist (code WITH =, valid WITH &&, known WITH &&)
);
COMMENT ON TABLE responsibility.departments IS 'Line departments, their stations, centres, utilities and companies. external: has its own case numbers, so a hand-off is kept with a reference. arrive_minutes: how long after a call it is to be on the spot when nothing else was agreed.';

INSERT INTO responsibility.departments (code, name_zh, name_en, kind, external, phone, mail, arrive_minutes) VALUES
('urban_enforcement', '城管执法中队', 'Urban enforcement squad', 'DEPARTMENT', false, '000-1000-0001', 'urban-enforcement@departments.example', 60),
('market_supervision', '市场监督管理所', 'Market supervision office', 'DEPARTMENT', false, '000-1000-0002', 'market-supervision@departments.example', 120),
('police', '派出所', 'Police station', 'STATION', false, '110', 'police@departments.example', 30),
('fire_rescue', '消防救援站', 'Fire and rescue station', 'STATION', false, '119', 'fire-rescue@departments.example', 15),
('housing', '房管局', 'Housing bureau', 'DEPARTMENT', false, '000-1000-0005', 'housing@departments.example', 240),
('greening', '绿化和市容管理局', 'Greening and city appearance bureau', 'DEPARTMENT', false, '000-1000-0006', 'greening@departments.example', 240),
('construction', '建设和管理委员会', 'Construction commission', 'DEPARTMENT', false, '000-1000-0007', 'construction@departments.example', 240),
('emergency', '应急管理局', 'Emergency bureau', 'DEPARTMENT', false, '000-1000-0008', 'emergency@departments.example', 60),
('work_safety', '安全监察所', 'Work and lift safety office', 'DEPARTMENT', false, '000-1000-0009', 'work-safety@departments.example', 120),
('water', '水务局', 'Water bureau', 'DEPARTMENT', false, '000-1000-0010', 'water@departments.example', 240),
('ecology', '生态环境局', 'Ecology and environment bureau', 'DEPARTMENT', false, '000-1000-0011', 'ecology@departments.example', 240),
('transport', '交通委员会', 'Transport commission', 'DEPARTMENT', false, '000-1000-0012', 'transport@departments.example', 240),
('civil_affairs', '民政办', 'Civil affairs office', 'DEPARTMENT', false, '000-1000-0013', 'civil-affairs@departments.example', 240),
('stability', '平安办', 'Public safety office', 'DEPARTMENT', false, '000-1000-0014', 'stability@departments.example', 30),
('justice', '司法所', 'Justice office', 'STATION', false, '000-1000-0015', 'justice@departments.example', 120),
('labour', '劳动保障监察队', 'Labour inspection team', 'DEPARTMENT', false, '000-1000-0016', 'labour@departments.example', 240),
('fishery', '渔业管理站', 'Fishery station', 'STATION', false, '000-1000-0017', 'fishery@departments.example', 120),
('maritime', '海事处', 'Maritime office', 'STATION', true, '12395', 'maritime@departments.example', 60),
('street_office', '街道办事处', 'Street office', 'DEPARTMENT', false, '000-1000-0019', 'street-office@departments.example', 120),
('congress_office', '街道人大办', 'People''s congress office of the street', 'DEPARTMENT', false, '000-1000-0020', 'congress-office@departments.example', 2880),
('operations_centre', '城市运行管理中心', 'City operations centre', 'CENTRE', false, '000-1000-0021', 'operations-centre@departments.example', 60),
('grid_centre', '大联动网格中心', 'Street grid centre', 'CENTRE', false, '000-1000-0022', 'grid-centre@departments.example', 60),
('residents_committee', '居民委员会', 'Residents'' committee', 'ORGANISATION', false, '000-1000-0023', 'residents-committee@departments.example', 30),
('property_company', '物业公司', 'Property company', 'COMPANY', false, '000-1000-0024', 'property-company@departments.example', 30),
('legal_adviser', '法律顾问', 'Legal adviser', 'ORGANISATION', false, '000-1000-0025', 'legal-adviser@departments.example', 2880),
('greening_maintenance', '绿化养护单位', 'Greenery maintenance company', 'COMPANY', false, '000-1000-0026', 'greening-maintenance@departments.example', 240),
('agriculture_company', '农副公司', 'Farm produce company', 'COMPANY', false, '000-1000-0027', 'agriculture-company@departments.example', 240),
('state_grid_95598', '国家电网95598', 'State Grid 95598', 'UTILITY', true, '95598', 'state-grid@departments.example', 45),
('water_company', '自来水公司', 'Water company', 'UTILITY', true, '000-1000-0029', 'water-company@departments.example', 60),
('gas_company', '燃气公司', 'Gas company', 'UTILITY', true, '000-1000-0030', 'gas-company@departments.example', 30);
